using System.Text.RegularExpressions;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Puts the whole fragment together: style, words, legend, picture, data.</summary>
internal sealed class GanttFigure
{
    private readonly ChartRun _run;
    private readonly FigureData _data;
    private readonly ChartFrame _frame;
    private readonly GanttPicture _picture;
    private readonly string _headline;
    private readonly bool _showsArrows;

    public GanttFigure(ChartRun run, FigureData data, bool showsArrows)
    {
        (_run, _data, _showsArrows) = (run, data, showsArrows);
        var axis = new TimeAxis(run);
        _frame = new ChartFrame(run, axis);
        _picture = new GanttPicture(run, axis, _frame, data.Prefix);
        _headline = Headlines.Headline.Of(run);
    }

    public Markup Draw() => Frame(Picture());

    /// <summary>What a reader looks at: legend, switches, SVG.</summary>
    public Markup Picture() => Markup.Of($"""
        <div class="top hideable">{Legend.Draw(_run, _data.Prefix)}{Chips()}</div>
        <div class="vp">{_picture.Draw(_headline)}</div>
        """);

    /// <summary>What stands around the picture, whoever drew it.</summary>
    public Markup Frame(Markup picture) => Markup.Of($"""
        <figure class="{ChartStyle.Chart} l{_frame.Left} r{_frame.Right}"><style data-course="gantt">{Markup.Raw(ChartStyle.Css)}</style>{GhostLayer.Sheet(_run)}
        <figcaption><p class="hd hideable">{WithNames(_headline)}</p>{Title()}</figcaption>
        {picture}{PathSentence.Draw(_run)}
        <details><summary>Data and steps</summary>{StepList.Draw(_run)}{DataTable.Draw(_run)}</details>
        <script type="application/json" data-kind="timeline">{Markup.Raw(_data.Json)}</script></figure>
        """);

    private Markup Title() => _run.Timeline.Title.Length == 0
        ? Markup.Empty
        : Markup.Of($"""<p class="sub"><bdi>{TextWidth.Shorten(_run.Timeline.Title, 900)}</bdi></p>""");

    /// <summary>Switches that the style sheet reads: they work without a script.</summary>
    private Markup Chips()
    {
        var arrows = _picture.HasArrows ? Chip("kw", "Who woke whom", _showsArrows) : Markup.Empty;
        var path = _run.Path.Count > 0 ? Chip("kp", "Critical path") : Markup.Empty;
        return Markup.Of($"""<div class="tg">{arrows}{path}</div>""");
    }

    private static Markup Chip(string name, string text, bool isOn = false) =>
        Markup.Of($"""<label><input type="checkbox" class="{name}"{(isOn ? " checked" : "")}><span>{text}</span></label>""");

    /// <summary>The sentence with each lane's name kept on one line and in its own direction of writing.</summary>
    private Markup WithNames(string sentence)
    {
        var names = _run.Lanes.Select(LaneNames.Short).Where(sentence.Contains).Distinct()
            .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape).ToList();
        if (names.Count == 0)
        {
            return Markup.Of($"{sentence}");
        }

        var parts = Regex.Split(sentence, $@"(?<!\w)({string.Join('|', names)})(?!\w)");
        return Markup.Join(parts.Select((part, index) =>
            index % 2 == 0 ? Markup.Of($"{part}") : Markup.Of($"""<bdi class="nb">{part}</bdi>""")));
    }
}

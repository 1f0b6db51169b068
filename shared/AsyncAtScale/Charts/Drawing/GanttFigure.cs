using System.Text.RegularExpressions;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Puts the whole fragment together: style, words, legend, pictures, data, script.</summary>
internal sealed class GanttFigure
{
    private const int FewArrows = 12;

    private readonly IReadOnlyList<Panel> _panels;
    private readonly ChartFrame _frame;
    private readonly IReadOnlyList<GanttPicture> _pictures;
    private readonly string _headline;
    private readonly bool _showsArrows;

    /// <param name="panels">The runs, one below the other.</param>
    /// <param name="headline">What is to be seen, in one sentence.</param>
    /// <param name="showsArrows">Whether the arrows are drawn from the start.</param>
    public GanttFigure(IReadOnlyList<Panel> panels, string headline, bool showsArrows)
    {
        (_panels, _headline, _showsArrows) = (panels, headline, showsArrows);
        _frame = new ChartFrame(panels);
        _pictures = [.. panels.Select(panel => new GanttPicture(panel, _frame))];
    }

    public Markup Draw() => Frame(Picture(), "", Markup.Of($"""<script data-course="gantt">{Markup.Raw(ChartStyle.Script)}</script>"""));

    /// <summary>Somebody else's picture in the frame of ours; marked as alive, so that our script leaves it alone.</summary>
    public Markup Frame(Markup picture) => Frame(picture, " data-live", Markup.Empty);

    /// <summary>What a reader looks at: legend, switches, SVG.</summary>
    public Markup Picture() => Markup.Of($"""
        <div class="top hideable">{Legend.Draw(_panels)}{Chips()}</div>
        <div class="vp">{Markup.Join(_pictures.Select(picture => picture.Draw()))}</div>
        """);

    /// <summary>What stands around the picture, whoever drew it: the result in words, the table, the data.</summary>
    private Markup Frame(Markup picture, string mark, Markup script) => Markup.Of($"""
        <figure class="{ChartStyle.Chart} l{_frame.Left} r{_frame.Right}{Sizes()}"{mark}>{ChartStyle.Sheets(_panels, _frame)}{GhostLayer.Sheet(_panels)}
        <figcaption><p class="hd hideable">{WithNames(_headline)}</p>{Subtitle()}</figcaption>
        {picture}{Markup.Join(_panels.Select(PathSentence.Draw))}
        <details><summary>Data and steps</summary>{Markup.Join(_panels.Select(Words))}</details>
        {Markup.Join(_panels.Select(Data))}{script}</figure>
        """);

    /// <summary>What scripts and printers want to know about the size: on paper few arrows can be seen at once, and many would hide the bars.</summary>
    private string Sizes() => (_frame.OffersZoom ? " zo" : "") + (_showsArrows || _pictures.All(picture => picture.Arrows <= FewArrows) ? " few" : "")
        + _pictures.Sum(picture => picture.Height) switch { > 1800 => " tall3", > 1200 => " tall2", > 860 => " tall1", _ => "" };

    private static Markup Words(Panel panel) =>
        panel.Title(hasResult: false) + StepList.Draw(panel.Run) + DataTable.Draw(panel.Run);

    private static Markup Data(Panel panel) =>
        Markup.Of($"""<script type="application/json" data-kind="timeline">{Markup.Raw(panel.Data.Json)}</script>""");

    private Markup Subtitle() => _panels is [{ Name: null, Run.Timeline.Title: { Length: > 0 } title }]
        ? Markup.Of($"""<p class="sub"><bdi>{TextWidth.Shorten(title, 900)}</bdi></p>""")
        : Markup.Empty;

    /// <summary>Switches that the style sheet reads: they work without a script.</summary>
    private Markup Chips()
    {
        var arrows = _pictures.Any(picture => picture.Arrows > 0) ? Chip("kw", "Who woke whom", _showsArrows) : Markup.Empty;
        var path = _panels.Any(panel => panel.Run.Path.Count > 0) ? Chip("kp", "Critical path") : Markup.Empty;
        return Markup.Of($"""<div class="tg">{arrows}{path}</div>""");
    }

    private static Markup Chip(string name, string text, bool isOn = false) =>
        Markup.Of($"""<label><input type="checkbox" class="{name}"{(isOn ? " checked" : "")}><span>{text}</span></label>""");

    /// <summary>The sentence with each lane's name kept on one line and in its own direction of writing.</summary>
    private Markup WithNames(string sentence)
    {
        var names = _panels.SelectMany(panel => panel.Run.Lanes).Select(LaneNames.Short).Where(sentence.Contains).Distinct()
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

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Overview;

/// <summary>Puts the fragment of a large run together: style, words, legend, picture, sums, compact data, script.</summary>
internal sealed class OverviewFigure(OverviewRun run, FigureData data)
{
    /// <summary>The widest name of a row, in pixels.</summary>
    public const double MostName = 150;

    private static readonly string[] Heads = ["State", "Spans", "Time (s)", "Share", "Mean (s)", "Longest (s)"];

    private readonly OverviewLayout _layout = new(run);

    public Markup Draw() => Markup.Of($"""
        <figure class="{PlotStyle.Plot} course-overview l{Left()} r24"><style data-course="plot">{Markup.Raw(PlotStyle.Css)}</style>
        <figcaption><p class="hd hideable">{OverviewWords.Headline(run)}</p>{Sub()}</figcaption>
        <div class="top hideable"><ul class="lg" aria-label="Legend">{Markup.Join(run.States.Select(state => state.Look).Order().Select(Swatch))}</ul></div>
        <div class="vp" data-rows="{_layout.Height}" data-pitch="{_layout.Pitch}">{new OverviewPicture(run, _layout, data.Prefix).Draw()}</div>
        <details><summary>Sums</summary>{Table()}</details>
        <script type="application/json" data-kind="{OverviewData.Kind}">{Markup.Raw(data.Json)}</script><script data-course="overview">{Markup.Raw(PlotStyle.Script("overview"))}</script></figure>
        """);

    private int Left() => PlotStyle.Margin(_layout.Names().Select(name => name.Name).Concat(run.Counters.Select(counter => Words.Spaced(counter.Name) + " 000"))
        .Select(name => Math.Min(MostName, TextWidth.Of(name, 12))).DefaultIfEmpty().Max() + 14);

    private Markup Sub()
    {
        var title = TextWidth.Shorten(run.Timeline.Title, 900);
        var how = _layout.IsBars ? "" : $"{OverviewWords.Number(_layout.LanesInRow)} lanes a row: the share in each state";
        var parts = new[] { title, how }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="sub"><bdi>{string.Join(" · ", parts)}</bdi></p>""");
    }

    private Markup Swatch(SpanLook look) => Markup.Of($"""
        <li><svg width="24" height="14" aria-hidden="true"><path class="ob {SpanLooks.ClassOf(look)}" d="M1 7H23" stroke-width="{(look is SpanLook.Wait or SpanLook.Pause ? 4 : 12)}"{(SpanLooks.IsHatched(look) ? Markup.Of($" stroke=\"url(#{data.Prefix}-{SpanLooks.ClassOf(look)})\"") : Markup.Empty)}/></svg>{SpanLooks.LegendOf(look)}</li>
        """);

    private Markup Table()
    {
        var total = run.LaneTime;
        var rows = run.States.Select(state => Row([
            SpanLooks.LegendOf(state.Look), OverviewWords.Number(state.Spans), Words.Figure(state.Total), OverviewWords.Share(state.Total, total),
            Words.Figure(state.Total / state.Spans), Words.Figure(state.Longest)]));
        var counters = run.Counters.Select(counter => Markup.Of($"""<li><bdi>{Words.Spaced(counter.Name)}</bdi>: {OverviewWords.Number(counter.Peak)} at most{(counter.Limit is { } limit ? $", limit {OverviewWords.Number(limit)}" : "")}</li>"""));
        return Markup.Of($"""<div class="ov" tabindex="0" role="group" aria-label="Sums by state"><table><thead><tr>{Markup.Join(Heads.Select(head => Markup.Of($"""<th scope="col">{head}""")))}<tbody>{Markup.Join(rows)}</table></div><ul class="lg">{Markup.Join(counters)}</ul>""");
    }

    private static Markup Row(IReadOnlyList<string> cells) =>
        Markup.Of($"""<tr><th scope="row">{cells[0]}{Markup.Join(cells.Skip(1).Select(cell => Markup.Of($"<td>{cell}")))}""");
}

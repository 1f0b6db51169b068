using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts;

/// <summary>Puts the fragment of a series chart together: style, words, legend, picture, data, script.</summary>
internal sealed class SeriesFigure(SeriesChart chart, FigureData data)
{
    /// <summary>The widest name at the end of a line, in pixels.</summary>
    public const double MostName = 140;

    private const int Swatch = 40;

    private readonly SeriesScale _scale = new(chart);

    public Markup Draw() => Markup.Of($"""
        <figure class="{PlotStyle.Plot} course-series l{Left()} r{Right()}"><style data-course="plot">{Markup.Raw(PlotStyle.Css)}</style>
        <figcaption><p class="hd hideable">{chart.Headline}</p>{Sub()}</figcaption>{Legend()}
        <div class="vp">{new SeriesPicture(chart, data.Prefix).Draw()}</div>
        <details><summary>Data</summary>{SeriesTable.Draw(chart)}</details>
        <script type="application/json" data-kind="series">{Markup.Raw(data.Json)}</script><script data-course="series">{Markup.Raw(PlotStyle.Script("series"))}</script></figure>
        """);

    private int Left() => PlotStyle.Margin(_scale.Values.Max(value => TextWidth.Of(SeriesScale.Figure(value))) + 12);

    private int Right() => chart.IsBars
        ? PlotStyle.Margin(0)
        : PlotStyle.Margin(chart.Series.Max(series => Math.Min(MostName, TextWidth.Of(series.Name))) + Swatch + 4);

    private Markup Sub() => SeriesWords.Sub(chart) is { Length: > 0 } sub ? Markup.Of($"""<p class="sub"><bdi>{TextWidth.Shorten(sub, 900)}</bdi></p>""") : Markup.Empty;

    /// <summary>For bars always; for lines where the page is too narrow for names at their ends.</summary>
    private Markup Legend()
    {
        var items = chart.Series.Select((series, index) =>
            Markup.Of($"""<li>{(chart.IsBars ? Body(series) : Line(index))}<bdi>{TextWidth.Shorten(series.Name, 300)}</bdi></li>"""));
        return Markup.Of($"""<div class="top hideable{(chart.IsBars ? "" : " nl")}"><ul class="lg" aria-label="Legend">{Markup.Join(items)}</ul></div>""");
    }

    private static Markup Line(int index) =>
        Markup.Of($"""<svg width="24" height="14" aria-hidden="true"><svg class="at" x="1" y="7">{SeriesLook.Stroke(index)}</svg></svg>""");

    private Markup Body(Series series)
    {
        var look = SeriesLook.LookOf(series);
        return Markup.Of($"""<svg width="24" height="14" aria-hidden="true"><g class="b {SpanLooks.ClassOf(look)}"><rect class="r" x="1" y="1" width="22" height="12"{Hatching.Fill(data.Prefix, look)}/></g></svg>""");
    }
}

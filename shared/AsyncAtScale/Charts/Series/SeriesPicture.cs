using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts;

/// <summary>
/// The SVG of a series chart. Lines lie in an inner picture that stretches with the page, their strokes keep their width;
/// texts and marks stand at per cent of the width and never stretch.
/// </summary>
internal sealed class SeriesPicture(SeriesChart chart, string prefix)
{
    private const int BelowAll = 12;

    private readonly SeriesScale _scale = new(chart);

    public Markup Draw()
    {
        var height = SeriesScale.Height + BelowAll;
        var content = chart.IsBars ? new BarLayer(chart, _scale, prefix).Draw() : new LineLayer(chart, _scale).Draw();
        return Markup.Of($"""
            <svg class="pl" role="img" aria-labelledby="{prefix}-t" aria-describedby="{prefix}-d" height="{height + ChartFrame.AxisHeight}"><title id="{prefix}-t">{chart.Headline}</title><desc id="{prefix}-d">{SeriesWords.Description(chart)}</desc>{Patterns()}<svg y="{ChartFrame.AxisHeight}" height="{height}" class="in">{TimeGrid()}{ValueGrid()}<g class="hideable">{content}{Limit()}</g></svg></svg>
            """);
    }

    private Markup Patterns() => chart.IsBars
        ? Markup.Of($"<defs>{Hatching.Definitions(prefix, chart.Series.Select(SeriesLook.LookOf).Distinct())}</defs>")
        : Markup.Empty;

    private Markup TimeGrid()
    {
        var times = _scale.Times();
        var lines = times.Select((time, index) => Markup.Of($"""<line class="gr" x1="{X(time)}" x2="{X(time)}" y2="{SeriesScale.Height}"/><text class="tk{Place(index, times.Count)}" x="{X(time)}" y="-9">{Words.Figure(time)}{(index == times.Count - 1 ? " s" : "")}</text>"""));
        return Markup.Join(lines) + Markup.Of($"""<line class="ax" x2="100%"/>""");
    }

    private string X(TimeSpan time) => _scale.X(time.TotalSeconds);

    /// <summary>On a narrow page every other figure goes.</summary>
    private static string Place(int index, int count) =>
        index == count - 1 ? " to en" : index == 0 ? " t0" : index % 2 == 1 || index == count - 2 ? " odd" : "";

    private Markup ValueGrid() => Markup.Join(_scale.Values.Select(value => Markup.Of($"""
        <line class="{(value == 0 ? "base" : "gr")}" x2="100%" y1="{_scale.Y(value)}" y2="{_scale.Y(value)}"/><text class="yn" x="-7" y="{_scale.Y(value) + 4}">{SeriesScale.Figure(value)}</text>
        """)));

    private Markup Limit() => chart.Limit is not { } limit ? Markup.Empty : Markup.Of($"""
        <line class="lim" x2="100%" y1="{_scale.Y(limit)}" y2="{_scale.Y(limit)}"/><text class="lt" x="100%" y="{_scale.Y(limit) - 5}">{TextWidth.Shorten(chart.LimitName, 180)}: {SeriesScale.WithUnit(limit, chart.Unit)}</text>
        """);
}

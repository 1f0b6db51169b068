using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts;

/// <summary>Draws bars, one an interval, those of several series on one another: what counted at the bottom.</summary>
internal sealed class BarLayer(SeriesChart chart, SeriesScale scale, string prefix)
{
    public Markup Draw()
    {
        var floor = new double[chart.Series.Max(series => series.Points.Count)];
        return Markup.Join(chart.Series.Select(series => Bars(series, floor)));
    }

    private Markup Bars(Series series, double[] floor)
    {
        var look = SeriesLook.LookOf(series);
        var bars = series.Points.Select((point, index) => Bar(series, point, look, floor[index], floor[index] += point.Value)).ToList();
        return Markup.Of($"""<g class="b {SpanLooks.ClassOf(look)}">{Markup.Join(bars)}</g>""");
    }

    private Markup Bar(Series series, SeriesPoint point, SpanLook look, double from, double to)
    {
        if (point.Value == 0)
        {
            return Markup.Empty;
        }

        var tip = $"{series.Name}: {SeriesScale.WithUnit(point.Value, chart.Unit)}, {Words.Figure(TimeSpan.FromSeconds(point.At))} – {Words.Seconds(TimeSpan.FromSeconds(point.At + series.Per))}";
        return Markup.Of($"""<rect class="r" x="{scale.X(point.At)}" width="{scale.X(series.Per)}" y="{scale.Y(to)}" height="{scale.Y(from) - scale.Y(to)}"{Hatching.Fill(prefix, look)}><title>{TextWidth.Shorten(tip, 600)}</title></rect>""");
    }
}

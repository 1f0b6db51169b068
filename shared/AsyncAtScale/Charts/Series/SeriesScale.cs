using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts;

/// <summary>Maps times to shares of the plot's width and values to pixels of its height.</summary>
internal sealed class SeriesScale
{
    /// <summary>The height of the plot in pixels.</summary>
    public const int Height = 180;

    private const int MostSteps = 5;

    private readonly double _top;

    public SeriesScale(SeriesChart chart)
    {
        End = EndOf(chart);
        var peak = Math.Max(chart.Limit ?? 0, chart.IsBars ? Stacked(chart).DefaultIfEmpty().Max() : chart.Series.Max(series => series.Peak));
        var step = AxisTicks.RoundSteps().First(step => step * MostSteps >= peak * 0.999999);
        var count = Math.Max(1, (int)Math.Ceiling((peak / step) - 1e-9));
        _top = step * count;
        Values = [.. Enumerable.Range(0, count + 1).Select(index => Math.Round(index * step, 9))];
    }

    /// <summary>The last moment, in seconds.</summary>
    public double End { get; }

    /// <summary>The values that the scale names, from nought up.</summary>
    public IReadOnlyList<double> Values { get; }

    public static double EndOf(SeriesChart chart) => chart.Series.Max(series => series.Until) is > 0 and var end ? end : 1;

    /// <summary>The share of the plot that lies before a time.</summary>
    public double Share(double at) => at / End;

    public string X(double at) => TimeAxis.Percent(Share(at));

    /// <summary>Pixels from the top of the plot.</summary>
    public double Y(double value) => Math.Round(Height - (value / _top * Height), 1);

    /// <summary>A number as the chart writes it.</summary>
    public static string Figure(double value) =>
        Math.Round(value, 3).ToString(value >= 10_000 ? "N0" : "0.###", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The times that the axis names: round ones, and the end.</summary>
    public IReadOnlyList<TimeSpan> Times() => AxisTicks.Rounded(End, TimeSpan.FromSeconds(End), ChartFrame.UsualPlot);

    /// <summary>How high the bars of each interval reach together.</summary>
    public static IEnumerable<double> Stacked(SeriesChart chart) =>
        Enumerable.Range(0, chart.Series.Max(series => series.Points.Count))
            .Select(index => chart.Series.Sum(series => index < series.Points.Count ? series.Points[index].Value : 0));

    /// <summary>"0.3 s", or the bare number.</summary>
    public static string WithUnit(double value, string unit) => unit.Length == 0 ? Figure(value) : $"{Figure(value)} {Words.Isolate(TextWidth.Shorten(unit, 200))}";
}

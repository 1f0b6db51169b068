using System.Globalization;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The figure of numbers over time: steps, lines or bars on one pair of axes, a limit as a dashed line.</summary>
internal static class SeriesFigurePlan
{
    private const int Height = 320;

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
    private static readonly string[] Colours = ["run", "late", "block", "fail", "ok", "canc"];

    public static FigurePlan Of(SeriesChart chart)
    {
        var until = chart.Series.Max(series => series.Until);
        IEnumerable<PlotlyTrace> limit = chart.Limit is { } value
            ? [LimitTrace.Of($"{chart.LimitName}: {Number(value)} {chart.Unit}".TrimEnd(), value, until, new(FigureColours.Ink, 1.5, "dash"))]
            : [];
        return new(
            [.. chart.Series.Select((series, index) => Trace(series, index, chart.Unit)), .. limit],
            PlotlyLayout.Of(chart.Title, Height, new(60, 20, 44, 50), new(-0.25)) with { BarMode = "stack" },
            [("xaxis", Axis("seconds") with { Range = [0, until] }), ("yaxis", Axis(PlotlyText.Of(chart.Unit)))]);
    }

    private static PlotlyTrace Trace(Series series, int index, string unit)
    {
        var isBars = series.Kind == SeriesKind.Bars;
        var colour = Palette.Light(series.Ending == Ending.Normal ? Colours[index % Colours.Length] : "fail");
        var points = Points(series).ToList();
        return new PlotlyTrace
        {
            Type = isBars ? "bar" : "scatter",
            Mode = isBars ? null : "lines",
            Name = PlotlyText.Of(series.Name),
            X = [.. points.Select(point => (double?)(isBars ? point.At + (series.Per / 2) : point.At))],
            Y = [.. points.Select(point => (double?)point.Value)],
            Width = isBars ? series.Per : null,
            HoverText = [.. points.Select(point => PlotlyText.Lines(series.Name, Number(point.Value) + " " + unit, Number(point.At) + " s"))],
            Line = isBars ? null : new(colour, 2, Dashes[index % Dashes.Length], series.Kind == SeriesKind.Steps ? "hv" : null),
            Marker = isBars ? new(colour, new(FigureColours.Paper), series.Ending == Ending.Normal ? null : new("/", FigureColours.Paper)) : null,
        };
    }

    /// <summary>The last step holds until the series ends.</summary>
    private static IEnumerable<SeriesPoint> Points(Series series) =>
        series.Kind == SeriesKind.Steps && series.Points is [.., var last] && last.At < series.Until
            ? series.Points.Append(last with { At = series.Until })
            : series.Points;

    private static PlotlyAxis Axis(string title) => new()
    {
        Title = new(title),
        ShowGrid = true,
        GridColor = FigureColours.Grid,
    };

    private static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}

using System.Globalization;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>Counters as step lines, each on an axis of its own below the rows; a limit is a dashed line.</summary>
internal static class CounterTraces
{
    public static IEnumerable<PlotlyTrace> Of(ChartRun run, TimeAxis axis) =>
        run.Counters.SelectMany((counter, index) => Of(run, axis, counter, "y" + AxisNumber(index)));

    /// <summary>The rows have the first axis.</summary>
    public static string AxisNumber(int index) => (index + 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>The value at the upper end of a counter's axis.</summary>
    public static int Top(Counter counter) => Math.Max(1, Math.Max(counter.Limit ?? 0, counter.Peak));

    private static IEnumerable<PlotlyTrace> Of(ChartRun run, TimeAxis axis, Counter counter, string name)
    {
        yield return Steps(run, counter, name);
        if (counter.Limit is { } limit)
        {
            yield return LimitTrace.Of(CounterWords.Limit(counter, limit), limit, axis.Domain, new(FigureColours.Edge, 1, "dash")) with
            {
                ShowLegend = false,
                YAxis = name,
            };
        }
    }

    /// <summary>The last value holds until the end of the run.</summary>
    private static PlotlyTrace Steps(ChartRun run, Counter counter, string axis)
    {
        IReadOnlyList<CounterPoint> points = counter.Points is [.., var last] && last.At < run.End
            ? [.. counter.Points, last with { At = run.End }]
            : counter.Points;
        return new PlotlyTrace
        {
            Type = "scatter",
            Mode = "lines",
            Name = PlotlyText.Of(Words.Spaced(counter.Name)),
            X = [.. points.Select(point => (double?)TimelineFormat.Seconds(point.At))],
            Y = [.. points.Select(point => (double?)point.Value)],
            HoverText = [.. points.Select(point => PlotlyText.Lines(CounterWords.Phrase(counter, point.Value), "from " + Words.Seconds(point.At)))],
            Line = new(FigureColours.Ink, 1.5, Shape: "hv"),
            Fill = "tozeroy",
            FillColor = FigureColours.Level,
            ShowLegend = false,
            YAxis = axis,
        };
    }
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The figure of a run: rows of bars, below them a band for each counter, on one time axis.</summary>
internal sealed class GanttFigurePlan
{
    private const int Pitch = 28;
    private const int Band = 56;
    private const int Gap = 26;
    private const int Top = 44;
    private const int Bottom = 50;
    private const double NamePixels = 170;

    /// <summary>Between a name and the plot; plotly.js trims other blanks.</summary>
    private const string Space = "\u00a0";

    private readonly ChartRun _run;
    private readonly TimeAxis _axis;
    private readonly int _plot;

    public GanttFigurePlan(ChartRun run)
    {
        (_run, _axis) = (run, new TimeAxis(run));
        _plot = Math.Max(Band, RowsHeight + (run.Counters.Count * (Band + Gap)));
        Traces = [.. BarTraces.Of(run, _axis), .. MarkTraces.Of(run, _axis), .. GuessTraces.Of(run, _axis), .. CounterTraces.Of(run, _axis)];
    }

    public FigurePlan ToPlan() => new(Traces, Layout, [.. Axes]);

    private IReadOnlyList<PlotlyTrace> Traces { get; }

    private PlotlyLayout Layout => PlotlyLayout.Of(
        _run.Timeline.Title,
        _plot + Top + Bottom + (Pitch * (1 + (Traces.Count / 5))),
        new(Left, 20, Top, Bottom),
        new(-(double)Bottom / _plot));

    private IEnumerable<(string Name, PlotlyAxis Axis)> Axes =>
    [
        ("xaxis", Time),
        ("yaxis", Rows),
        .. _run.Counters.Select((counter, index) => ("yaxis" + CounterTraces.AxisNumber(index), CounterAxis(index))),
    ];

    /// <summary>Room for the names: left to plotly.js it is sought by drawing again and again.</summary>
    private int Left => (int)Rows.TickText!.Concat(_run.Counters.Select(CounterName))
        .Select(name => Math.Min(TextWidth.Of(name, 12), NamePixels)).DefaultIfEmpty().Max() + 30;

    private int RowsHeight => _run.Rows.Count * Pitch;

    private PlotlyAxis Time => new()
    {
        Title = new("seconds"),
        Range = [0, _axis.Domain],
        Anchor = _run.Counters.Count > 0 ? "y" + CounterTraces.AxisNumber(_run.Counters.Count - 1) : "y",
        ShowGrid = true,
        GridColor = FigureColours.Grid,
    };

    private PlotlyAxis Rows => new()
    {
        Range = [_run.Rows.Count - 0.5, -0.5],
        Domain = [1 - ((double)RowsHeight / _plot), 1],
        TickVals = [.. Enumerable.Range(0, _run.Rows.Count).Select(row => (double)row)],
        TickText = [.. _run.Rows.Select(row => PlotlyText.Of(row.Name, NamePixels) + ChartFrame.Multiplier(row) + Space)],
        FixedRange = true,
    };

    private PlotlyAxis CounterAxis(int index)
    {
        var counter = _run.Counters[index];
        var top = CounterTraces.Top(counter);
        var from = _plot - RowsHeight - ((index + 1) * (Band + Gap));
        return new PlotlyAxis
        {
            Range = [0, top * 1.05],
            Domain = [(double)from / _plot, (double)(from + Band) / _plot],
            TickVals = [0, top],
            TickText = ["0" + Space, $"{CounterName(counter)}  {top}{Space}"],
            FixedRange = true,
        };
    }

    private static string CounterName(Counter counter) => PlotlyText.Of(Words.Spaced(counter.Name), NamePixels - 20);
}

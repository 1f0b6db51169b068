using System.Globalization;
using AsyncAtScale.Charts;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace Worker.Fleets;

/// <summary>A Gantt chart over several processes, and how well their clocks agree.</summary>
public sealed class FleetChart : HtmlView
{
    private readonly GanttChart _chart;
    private readonly string _note;

    internal FleetChart(Timeline timeline, IReadOnlyList<WorkerProcess> workers)
    {
        Timeline = timeline;
        _chart = new GanttChart(timeline);
        var error = workers.Select(worker => worker.Clock.Error).DefaultIfEmpty().Max();
        _note = string.Create(CultureInfo.InvariantCulture,
            $"{workers.Count} processes, each with a clock of its own, moved to ours: right to within {Math.Max(0.1, error.TotalMilliseconds):0.0} ms.");
    }

    /// <summary>What all processes did, on one clock.</summary>
    public Timeline Timeline { get; }

    /// <inheritdoc/>
    public override string ToHtml() => $"{_chart.ToHtml()}<p class=\"hideable\"><small>{_note}</small></p>";

    /// <inheritdoc/>
    public override string ToString() => $"{_chart}\n\n{_note}";
}

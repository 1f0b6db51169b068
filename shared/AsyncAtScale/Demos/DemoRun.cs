using AsyncAtScale.Charts;
using AsyncAtScale.Display;
using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>A run that is over: what happened, how long it took, and how it ended. Displays itself as a Gantt chart.</summary>
public class DemoRun : HtmlView
{
    private protected DemoRun(Timeline timeline, Exception? exception, IReadOnlyList<SlowStep> slowSteps)
    {
        Timeline = timeline;
        Exception = exception;
        SlowSteps = slowSteps;
    }

    internal DemoRun(string title, DemoOutcome<bool> outcome)
        : this(FactSheet.Close<object>(title, outcome.Recorder, outcome.Outcome, null), outcome.Exception, outcome.SlowSteps)
    {
    }

    /// <summary>What every lane did, and when.</summary>
    public Timeline Timeline { get; }

    /// <summary>From the start to the end of the main task, or to the standstill.</summary>
    public TimeSpan Elapsed => Timeline.Total;

    /// <summary>How the run ended.</summary>
    public Outcome Outcome => Timeline.Outcome;

    /// <summary>
    /// What ended the main task, or the report of a standstill (<see cref="StuckException"/>); null if it returned.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>
    /// Steps that really took long while virtual time stood still: calls that block a thread, most likely. Not drawn,
    /// since a busy machine slows any step down; empty at real pace.
    /// </summary>
    public IReadOnlyList<SlowStep> SlowSteps { get; }

    /// <summary>
    /// The same chart with its arrows switched on from the start, for runs that are about who cancelled or woke whom.
    /// </summary>
    public HtmlView WithArrows() => new RunWithArrows(this);

    /// <summary>This run and another on one time scale, one below the other: before and after the cure.</summary>
    /// <param name="after">The run that stands below.</param>
    /// <param name="name">What this run is called: "Before".</param>
    /// <param name="afterName">What the other is called: "After".</param>
    public GanttComparison ComparedWith(DemoRun after, string name = "Before", string afterName = "After")
    {
        ArgumentNullException.ThrowIfNull(after);
        return new GanttComparison(Timeline, after.Timeline) { BeforeName = name, AfterName = afterName };
    }

    /// <inheritdoc/>
    public override string ToHtml() => new GanttChart(Timeline).ToHtml() + FailureNote.Html(Exception);

    /// <inheritdoc/>
    public override string ToString() => new GanttChart(Timeline) + FailureNote.Text(Exception);
}

namespace AsyncAtScale.Timelines;

/// <summary>
/// The chain of work and waits that decided how long the run took: shorten anything else, and the run
/// takes as long as before. Its steps follow one another without a gap from 0 to <see cref="Timeline.Total"/>.
/// </summary>
/// <remarks>
/// Found backwards from the end of the run: from work to what made the lane go on, and from a wait
/// through its wake to the lane that ended it (Kelley and Walker, 1959; for threads: Yang and Miller, 1988).
/// </remarks>
public sealed class CriticalPath
{
    private readonly Timeline _timeline;
    private readonly List<PathStep> _steps = [];
    private readonly HashSet<(string Lane, TimeSpan At)> _visited = [];

    private CriticalPath(Timeline timeline) => _timeline = timeline;

    /// <summary>The steps in order of time; empty if the run came to a standstill.</summary>
    public static IReadOnlyList<PathStep> Of(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return timeline.Outcome == Outcome.Deadlock || timeline.Total == TimeSpan.Zero
            ? []
            : new CriticalPath(timeline).Walk();
    }

    private List<PathStep> Walk()
    {
        var (lane, at) = (LastLane(), _timeline.Total);
        while (at > TimeSpan.Zero)
        {
            (lane, at) = StepBack(lane, at);
        }

        _steps.Reverse();
        return _steps;
    }

    /// <summary>Where the walk goes from a lane that was active or went on at this moment.</summary>
    private (string Lane, TimeSpan At) StepBack(string lane, TimeSpan at)
    {
        var isNew = _visited.Add((lane, at));
        var span = SpanEndingAt(lane, at);
        if (span is null)
        {
            return isNew && WhoMadeGoOn(lane, at) is { } waker ? (waker, at) : Gap(lane, at);
        }

        if (span.Activity == Activity.Waiting && isNew && WhoMadeGoOn(lane, at) is { } cause)
        {
            return (cause, at);
        }

        _steps.Add(new PathStep(lane, span, span.Start, at));
        return (lane, span.Start);
    }

    /// <summary>Nothing recorded explains this stretch: back to the last thing that happened anywhere.</summary>
    private (string Lane, TimeSpan At) Gap(string lane, TimeSpan at)
    {
        var previous = _timeline.Spans
            .Where(span => span.Activity != Activity.Waiting && span.End is { } end && end <= at && span.Start < at)
            .MaxBy(span => (span.End!.Value, span.Lane == lane));
        if (previous is not null && previous.End == at)
        {
            return (previous.Lane, at);
        }

        var from = previous?.End ?? TimeSpan.Zero;
        _steps.Add(new PathStep(lane, null, from, at));
        return (previous?.Lane ?? lane, from);
    }

    private Span? SpanEndingAt(string lane, TimeSpan at) =>
        _timeline.Spans.LastOrDefault(span => span.Lane == lane && span.End == at && span.Start < at);

    private string? WhoMadeGoOn(string lane, TimeSpan at) =>
        _timeline.Wakes.FirstOrDefault(wake => wake.Lane == lane && wake.At == at && wake.Cause is not null && wake.Cause != lane)?.Cause;

    /// <summary>The main task waits for the others; the path starts at the work that ended last.</summary>
    private string LastLane() =>
        _timeline.Spans
            .Where(span => span.Activity != Activity.Waiting && span.End == _timeline.Total && span.Start < span.End)
            .Select(span => span.Lane)
            .LastOrDefault()
        ?? _timeline.Spans.LastOrDefault(span => span.End == _timeline.Total)?.Lane
        ?? DerivedWaits.MainLane;
}

/// <summary>One step of the critical path.</summary>
/// <param name="Lane">The lane that it leads through.</param>
/// <param name="Span">The span that it covers; null if nothing was recorded there.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; the next step begins there.</param>
public sealed record PathStep(string Lane, Span? Span, TimeSpan Start, TimeSpan End);

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>What the mark at the end of a bar says.</summary>
internal enum MarkKind
{
    Finished,
    Wins,
    GoesOn,
    Cancelled,
    TimedOut,
    Failed,
    Stuck,
}

/// <summary>The mark at the end of a bar.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="IsHollow">True if it happened to something that the lane awaited; false if it happened to the lane.</param>
internal readonly record struct EndMark(MarkKind Kind, bool IsHollow)
{
    /// <summary>How far an arrow keeps from the mark's centre.</summary>
    public int Radius => Kind is MarkKind.Finished or MarkKind.GoesOn ? 6 : 9;

    public static EndMark? Of(ChartRun run, Span span)
    {
        if (span.Ending == Ending.Stuck)
        {
            return new EndMark(MarkKind.Stuck, false);
        }

        if (span.Ending == Ending.Abandoned)
        {
            return new EndMark(MarkKind.GoesOn, false);
        }

        return span.Activity == Activity.Waiting ? AfterWait(run, span) : AfterWork(run, span);
    }

    /// <summary>The mark of a lane that only has instants: it never had to wait.</summary>
    public static EndMark Of(Instant last) => last.Name switch
    {
        "finished" => new EndMark(MarkKind.Finished, false),
        "failed" => new EndMark(MarkKind.Failed, false),
        "cancelled" => new EndMark(MarkKind.Cancelled, false),
        "timed-out" => new EndMark(MarkKind.TimedOut, false),
        _ when Answers.StatusOf(last) is { } status => OfStatus(status),
        _ => new EndMark(MarkKind.GoesOn, false),
    };

    private static EndMark? AfterWait(ChartRun run, Span span)
    {
        if (OfEnding(span.Ending) is { } delivered)
        {
            return new EndMark(delivered, true);
        }

        return !run.IsLast(span) || run.HasNoLength(span) ? null
            : AtEndOfLane(run, span) ?? new EndMark(MarkKind.GoesOn, false);
    }

    private static EndMark? AfterWork(ChartRun run, Span span)
    {
        var instants = run.InstantsAt(span.Lane, span.End);
        if (instants.Any(instant => instant.Name == "winner"))
        {
            return new EndMark(MarkKind.Wins, false);
        }

        return OfEnding(span.Ending) is { } kind ? new EndMark(kind, false)
            : run.IsLast(span) ? AtEndOfLane(run, span)
            : null;
    }

    /// <summary>How the lane ended with this span, from its life, else from what is said at that moment.</summary>
    private static EndMark? AtEndOfLane(ChartRun run, Span span)
    {
        if (run.EndOfLane(span) is { } ending && OfEnding(ending) is { } kind)
        {
            return new EndMark(kind, false);
        }

        var instants = run.InstantsAt(span.Lane, span.End).ToList();
        return instants.Select(Answers.StatusOf).FirstOrDefault(status => status is not null) is { } answer ? OfStatus(answer)
            : run.EndOfLane(span) is Ending.Normal || instants.Exists(instant => instant.Name == "finished") ? new EndMark(MarkKind.Finished, false)
            : null;
    }

    /// <summary>A refused call has not failed itself: the refusal was delivered to it.</summary>
    private static EndMark OfStatus(int status) => Answers.IsRefusal(status)
        ? new EndMark(MarkKind.Failed, true)
        : new EndMark(MarkKind.Finished, false);

    private static MarkKind? OfEnding(Ending ending) => ending switch
    {
        Ending.Cancelled => MarkKind.Cancelled,
        Ending.TimedOut => MarkKind.TimedOut,
        Ending.Failed => MarkKind.Failed,
        _ => null,
    };
}

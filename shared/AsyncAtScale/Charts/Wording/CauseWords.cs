using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>Who made a span begin or end, as recorded.</summary>
internal static class CauseWords
{
    public static string Of(ChartRun run, Span span)
    {
        var ended = run.WakesOf(span.Lane, span.End).FirstOrDefault(EndedIt(span));
        var began = run.WakesOf(span.Lane, span.Start).FirstOrDefault(wake => wake is { Kind: WakeKind.Start, Cause: not null });
        return (ended ?? began) switch
        {
            null => "",
            { Kind: WakeKind.Timer } => "its timer",
            { Kind: WakeKind.Cancellation, Cause: var cause } => "cancelled by " + Name(cause),
            { Kind: WakeKind.Start, Cause: var cause } => "started by " + Name(cause),
            { Cause: var cause } => "woken by " + Name(cause),
        };
    }

    /// <summary>What was cancelled was ended by a cancellation or by a timer: what else happened to it then did not end it.</summary>
    private static Func<Wake, bool> EndedIt(Span span) => wake => (wake.Kind, span.Ending) switch
    {
        (WakeKind.Start, _) => false,
        (WakeKind.Cancellation, _) => span.Ending == Ending.Cancelled,
        (WakeKind.Handover, Ending.Cancelled) => false,
        _ => span.Activity == Activity.Waiting,
    };

    private static string Name(string? lane) => lane is null ? "the run" : LaneNames.Short(lane);
}

using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>
/// "The event set at 0.5 s wakes five callers at once; late comes later and need not wait", or, of a signal of the BCL,
/// which does not say when it is set: "initialiser wakes callers 1, 3 and 4 at 0.5 s; 0.8 s in all".
/// </summary>
internal static class Signal
{
    public static string? Of(ChartRun run)
    {
        if (run.Timeline.Outcome == Outcome.Failed)
        {
            return null; // the failure is the news
        }

        var set = run.Timeline.Instants.FirstOrDefault(instant => instant.Name == "set");
        var waits = run.Timeline.Spans.Where(span => span.Reason == WaitReason.Event).ToList();
        if (set is null)
        {
            return Woken(run, waits);
        }

        if (waits.Count == 0)
        {
            return null;
        }

        var woken = waits.Where(span => run.Same(span.End, set.At)).Select(span => span.Lane).Distinct().ToList();
        var late = run.Timeline.Instants
            .Where(instant => instant.Name == "arrived" && instant.At > set.At && !waits.Exists(span => span.Lane == instant.Lane))
            .Select(instant => instant.Lane).Distinct().ToList();
        var head = woken.Count == 0
            ? $"the event is set at {Words.Seconds(set.At)}, and nobody waits for it then"
            : $"the event set at {Words.Seconds(set.At)} wakes {Cast.Name(woken)}{(woken.Count > 1 ? " at once" : "")}{Order(run, set, woken)}";
        return late.Count == 0 ? head : $"{head}; {Cast.Does(late, "come")} later and need not wait";
    }

    /// <summary>The largest crowd that one lane woke in one moment; null if nobody woke two, or if it woke them with a failure.</summary>
    private static string? Woken(ChartRun run, List<Span> waits)
    {
        if (waits.Exists(span => span.Ending == Ending.Failed))
        {
            return null;
        }

        var crowd = run.Timeline.Wakes
            .Where(wake => wake is { Kind: WakeKind.Handover, Cause: not null }
                && waits.Exists(span => span.Lane == wake.Lane && span.Ending == Ending.Normal && run.Same(span.End, wake.At)))
            .GroupBy(wake => (wake.Cause, wake.At), wake => wake.Lane)
            .MaxBy(woken => woken.Distinct().Count());
        return crowd?.Distinct().ToList() is { Count: > 1 } lanes
            ? $"{LaneNames.Short(crowd.Key.Cause!)} wakes {Cast.Name(lanes)} at {Words.Seconds(crowd.Key.At)}; {Words.Seconds(run.Timeline.Total)} in all"
            : null;
    }

    private static string Order(ChartRun run, Instant set, List<string> woken)
    {
        var released = run.Timeline.Instants
            .Where(instant => instant.Name == "released" && run.Same(instant.At, set.At))
            .Select(instant => instant.Lane);
        return woken.Count > 1 && released.SequenceEqual(woken) ? ", in the order in which they came" : "";
    }
}

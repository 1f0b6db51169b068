using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"The event set at 0.5 s wakes five callers at once; late comes later and need not wait".</summary>
internal static class Signal
{
    public static string? Of(ChartRun run)
    {
        var set = run.Timeline.Instants.FirstOrDefault(instant => instant.Name == "set");
        var waits = run.Timeline.Spans.Where(span => span.Reason == WaitReason.Event).ToList();
        if (set is null || waits.Count == 0)
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

    private static string Order(ChartRun run, Instant set, List<string> woken)
    {
        var released = run.Timeline.Instants
            .Where(instant => instant.Name == "released" && run.Same(instant.At, set.At))
            .Select(instant => instant.Lane);
        return woken.Count > 1 && released.SequenceEqual(woken) ? ", in the order in which they came" : "";
    }
}

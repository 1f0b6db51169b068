using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"Deadlock at 2 s: three requests finish, five requests wait for a lock for ever".</summary>
internal static class Standstill
{
    public static string? Of(ChartRun run)
    {
        if (run.Timeline.Outcome != Outcome.Deadlock)
        {
            return null;
        }

        var stuck = run.Timeline.Spans.Where(span => span.Ending == Ending.Stuck).ToList();
        var waits = stuck.GroupBy(Waits).Select(group => Phrase([.. group.Select(span => span.Lane).Distinct()], group.Key)).ToList();
        var done = Cast.With(run, "finished").Except(run.Timeline.StuckLanes).ToList();
        var finish = done.Count > 0 ? $"{Cast.Name(done, byNumber: true)} {Cast.Verb(done.Count, "finish")}, " : "";
        return $"deadlock at {Words.Seconds(run.Timeline.Total)}: {finish}{(waits.Count == 0 ? "nothing can go on" : Words.Join(waits) + " for ever")}";
    }

    private static string Phrase(IReadOnlyCollection<string> lanes, string waits) => Cast.Does(lanes, waits);

    private static string Waits(Span span) => span.Reason switch
    {
        WaitReason.Lock => "wait for a lock",
        WaitReason.Event => "wait for an event",
        WaitReason.Room => "wait for room",
        WaitReason.Tasks => "wait for other tasks",
        _ when span.Activity == Activity.Waiting => "wait" + WaitWords.Of(span).Long["wait".Length..].TrimStart('s'),
        _ => "go on",
    };
}

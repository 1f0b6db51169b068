using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"Nine sessions, three at a time: starts at 0, 0.3, 0.6 s; 0.9 s in all".</summary>
internal static class Permits
{
    private const int MostTimes = 6;

    public static string? Of(ChartRun run)
    {
        var counter = run.Counters.FirstOrDefault(CounterWords.CountsPermits);
        var waits = run.Timeline.Spans.Any(span => span.Reason == WaitReason.Permit);
        var starts = Starts(run);
        if ((counter is null && !waits) || starts.Count < 2 || OthersWork(run, starts))
        {
            return null;
        }

        var limit = counter?.Limit ?? (waits ? run.Counters.Select(candidate => candidate.Peak).DefaultIfEmpty(1).Max() : int.MaxValue);
        var who = Cast.Count([.. starts.Select(start => start.Lane)]);
        if (counter is null && !AreBatches(Groups(run, starts), limit))
        {
            return null;
        }

        var total = Words.Seconds(run.Timeline.Total) + " in all";
        return limit >= starts.Count
            ? $"{who}, all at once: nobody waits for a permit; {total}"
            : $"{who}, {Words.Number(limit)} at a time: {How(run, starts, limit)}; {total}";
    }

    /// <summary>Whoever holds a permit lets others work, each in a lane of its own: how many these are no permit says.</summary>
    private static bool OthersWork(ChartRun run, List<(string Lane, TimeSpan At)> starts) =>
        Cast.With(run, "acquired") is { Count: > 0 } holders && !starts.Exists(start => holders.Contains(start.Lane));

    /// <summary>When each lane begins to work, in order of time.</summary>
    private static List<(string Lane, TimeSpan At)> Starts(ChartRun run) =>
    [
        .. run.Timeline.Spans.Where(span => span.Activity is Activity.Running or Activity.Blocking)
            .GroupBy(span => span.Lane)
            .Select(lane => (Lane: lane.Key, At: lane.Min(span => span.Start)))
            .OrderBy(start => start.At),
    ];

    private static string How(ChartRun run, List<(string Lane, TimeSpan At)> starts, int limit)
    {
        var groups = Groups(run, starts);
        return AreBatches(groups, limit)
            ? $"starts at {Times([.. groups.Select(group => group.At)])} s"
            : InTurn(groups, limit);
    }

    private static bool AreBatches(List<(TimeSpan At, int Count)> groups, int limit) =>
        limit > 1 && groups.SkipLast(1).All(group => group.Count == limit);

    private static List<(TimeSpan At, int Count)> Groups(ChartRun run, List<(string Lane, TimeSpan At)> starts)
    {
        var groups = new List<(TimeSpan At, int Count)>();
        foreach (var (_, at) in starts)
        {
            if (groups is [.., var last] && run.Same(last.At, at))
            {
                groups[^1] = (last.At, last.Count + 1);
            }
            else
            {
                groups.Add((at, 1));
            }
        }

        return groups;
    }

    private static string InTurn(List<(TimeSpan At, int Count)> groups, int limit) =>
        limit == 1 ? "one after the other"
        : groups.Skip(1).All(group => group.Count == 1) ? "no batches, every freed permit goes to the next in line"
        : "every freed permit goes to the next in line";

    private static string Times(List<TimeSpan> times) => times.Count <= MostTimes
        ? string.Join(", ", times.Select(Words.Figure))
        : $"{Words.Figure(times[0])}, {Words.Figure(times[1])}, … {Words.Figure(times[^1])}";
}

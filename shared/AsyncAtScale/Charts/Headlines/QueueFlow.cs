using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"The queue of 5 is full from 0.35 s and holds the producer back for 0.24 s; two consumers take ten items in 1.7 s".</summary>
internal static class QueueFlow
{
    public static string? Of(ChartRun run)
    {
        if (run.Counters.FirstOrDefault(CounterWords.CountsQueue) is not { } queue)
        {
            return null;
        }

        var takers = Cast.With(run, "get");
        var items = run.Timeline.Instants.Count(instant => instant.Name == "get");
        var tail = takers.Count == 0
            ? "nobody takes an item"
            : $"{Consumers(takers)} {Cast.Verb(takers.Count, "take")} {Words.Count(items, "item")} in {Words.Seconds(run.Timeline.Total)}";
        return $"{Filling(run, queue)}; {tail}";
    }

    private static string Filling(ChartRun run, Counter queue)
    {
        var name = queue.Limit is { } limit ? $"the queue of {limit}" : "the queue";
        var producers = Cast.With(run, "put");
        var who = producers.Count > 1 ? "the producers" : "the producer";
        var held = run.Timeline.Spans
            .Where(span => span.Reason == WaitReason.Room)
            .Aggregate(TimeSpan.Zero, (sum, span) => sum + ((span.End ?? run.End) - span.Start));
        var full = queue.Points.Where(point => point.Value >= queue.Limit).Select(point => (TimeSpan?)point.At).FirstOrDefault();
        return held > TimeSpan.Zero && full is { } since
            ? $"{name} is full from {(since == TimeSpan.Zero ? "the start" : Words.Seconds(since))} and holds {who} back for {Words.Seconds(held)}"
            : queue.Peak == 0 ? $"{name} stays empty: every item is awaited"
            : $"{name} never holds {who} back and has {queue.Peak} in it at most";
    }

    private static string Consumers(IReadOnlyList<string> takers) =>
        LaneNames.CommonNoun(takers) is not null ? Cast.Count(takers) : Cast.Name(takers);
}

using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"Three workers side by side: 6 s of work in 3 s", or "one after the other".</summary>
internal static class Overlap
{
    private const int MostSummands = 7;

    /// <summary>Eleven of twelve at a time are all of them, but for a moment.</summary>
    private const double Few = 0.8;

    public static string? Of(ChartRun run)
    {
        var work = run.Timeline.Spans
            .Where(span => span.Activity is Activity.Running or Activity.Blocking && !run.HasNoLength(span))
            .OrderBy(span => span.Start).ToList();
        if (work.Count == 0)
        {
            return Idle(run);
        }

        var lanes = work.Select(span => span.Lane).Distinct().ToList();
        var overlap = work.Zip(work.Skip(1)).Any(pair => Finish(run, pair.First) > pair.Second.Start && !run.Same(pair.First.End, pair.Second.Start));
        return overlap ? SideBySide(run, lanes, work) : InTurn(run, lanes, work);
    }

    private static string SideBySide(ChartRun run, List<string> lanes, List<Span> work)
    {
        var sum = work.Aggregate(TimeSpan.Zero, (total, span) => total + (Finish(run, span) - span.Start));
        var peak = run.Counters.FirstOrDefault(counter => counter.Name == InFlight.Name)?.Peak ?? lanes.Count;
        var manner = peak <= lanes.Count * Few ? $", at most {Words.Number(peak)} at a time" : " side by side";
        return $"{Cast.Count(lanes)}{manner}: {Words.Seconds(sum)} of work in {Words.Seconds(run.Timeline.Total)}";
    }

    private static string InTurn(ChartRun run, List<string> lanes, List<Span> work)
    {
        var blocks = work.TrueForAll(span => span.Activity == Activity.Blocking);
        var lengths = work.Select(span => Finish(run, span) - span.Start).ToList();
        var total = lengths.Aggregate((sum, length) => sum + length);
        var sum = lengths.Count is > 1 and <= MostSummands
            ? $"{string.Join(" + ", lengths.Select(Words.Figure))} = {Words.Seconds(total)}"
            : $"{Words.Seconds(total)} of work";
        var head = lanes.Count == 1 ? $"{LaneNames.List(lanes)} works alone" : "one after the other";
        var inAll = run.Same(total, run.Timeline.Total) ? "" : $"; {Words.Seconds(run.Timeline.Total)} in all";
        return $"{head}{(blocks ? lanes.Count == 1 ? " and holds the thread" : ", each holds the thread" : "")}: {sum}{inAll}";
    }

    private static string? Idle(ChartRun run)
    {
        var waiting = run.Timeline.Spans.Select(span => span.Lane).Distinct().ToList();
        if (run.Timeline.Spans.Any(span => span.IsDerived))
        {
            // Nobody said what the time went on: only that the lanes were there.
            return $"{Cast.Count(waiting)}{(waiting.Count > 1 ? " together" : "")}; {Words.Seconds(run.Timeline.Total)} in all";
        }

        return waiting.Count == 0 ? null
            : $"{Cast.Does(waiting, "wait")}, nobody works; {Words.Seconds(run.Timeline.Total)} in all";
    }

    private static TimeSpan Finish(ChartRun run, Span span) => span.End ?? run.End;
}

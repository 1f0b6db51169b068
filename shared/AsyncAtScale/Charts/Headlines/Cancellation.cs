using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"slow is cancelled at 2 s in the middle of step 2; fast finishes at 3 s"; the same for deadlines.</summary>
internal static class Cancellation
{
    private const int MostMoments = 3;

    public static string? Of(ChartRun run)
    {
        var cut = run.Timeline.Spans
            .Where(span => span.Ending is Ending.Cancelled or Ending.TimedOut && span.Activity != Activity.Waiting)
            .ToList();
        if (cut.Count == 0)
        {
            return null;
        }

        var deaf = cut.DistinctBy(span => span.Lane).Where(span => GoesOn(run, span)).ToDictionary(span => span.Lane);
        var moments = cut.Where(span => !deaf.ContainsKey(span.Lane)).GroupBy(span => (span.Ending, span.End)).Select(group => group.ToList()).ToList();
        var parts = (moments.Count <= MostMoments ? moments.Select(Phrase) : moments.SelectMany(group => group).GroupBy(span => span.Ending).Select(Between))
            .Concat(deaf.Values.Select(span => $"{Cast.Does([span.Lane], "are told to stop")} at {Words.Seconds(span.End!.Value)} and goes on"));
        return string.Join(", ", parts) + Rest(run, cut);
    }

    /// <summary>A lane of which a part was cut, that works on as if nothing had been said, and ends as it should.</summary>
    private static bool GoesOn(ChartRun run, Span cut)
    {
        var spans = run.SpansOf[cut.Lane].ToList();
        return cut.Ending == Ending.Cancelled && run.EndOfLane(spans[^1]) == Ending.Normal
            && spans.Exists(span => span.Activity == Activity.Running && !span.IsCleanUp && span.Start >= cut.End);
    }

    /// <summary>Too many moments to name each.</summary>
    private static string Between(IEnumerable<Span> spans)
    {
        var inOrder = spans.OrderBy(When).ToList();
        var (first, last) = (When(inOrder[0]), When(inOrder[^1]));
        return first == last ? Phrase(inOrder)
            : $"{Does(inOrder)} between {Words.Figure(first)} and {Words.Seconds(last)}";
    }

    private static TimeSpan When(Span span) => span.End ?? span.Start;

    private static string Does(IReadOnlyList<Span> spans) =>
        Cast.Does([.. spans.Select(span => span.Lane).Distinct()], spans[0].Ending == Ending.Cancelled ? "are cancelled" : "time out");

    private static string Phrase(IReadOnlyList<Span> spans)
    {
        var inside = spans is [{ Label: { } label }] ? $" in the middle of {label}" : "";
        return $"{Does(spans)} at {Words.Seconds(When(spans[0]))}{inside}";
    }

    private static string Rest(ChartRun run, List<Span> cut)
    {
        var lost = cut.Select(span => span.Lane).ToHashSet();
        var done = Cast.With(run, "finished").Intersect(Cast.Workers(run)).Where(lane => !lost.Contains(lane)).ToList();
        if (done.Count == 0)
        {
            return $"; {Words.Seconds(run.Timeline.Total)} in all";
        }

        var last = done.Max(lane => Cast.When(run, lane, "finished")!.Value);
        return $"; {Cast.Does(done, "finish")} {(done.Count > 1 ? "by" : "at")} {Words.Seconds(last)}";
    }
}

using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"bad fails at 2 s and takes good-1 and good-2 with it, which clean up for 0.5 s; 2.5 s in all".</summary>
internal static class Failure
{
    public static string? Of(ChartRun run)
    {
        var failed = Cast.Failures(run);
        if (failed.Count == 0)
        {
            return run.Timeline.Outcome == Outcome.Failed
                ? $"the run fails at {Words.Seconds(run.Timeline.Total)}"
                : null;
        }

        var at = failed.Min(failure => failure.At);
        var first = failed.Where(failure => run.Same(failure.At, at)).Select(failure => failure.Lane).ToList();
        var ending = run.Timeline.Outcome == Outcome.Failed ? "the run fails at " : "";
        var total = ending.Length > 0 ? ending + Words.Seconds(run.Timeline.Total) : Words.Seconds(run.Timeline.Total) + " in all";
        return $"{Cast.Does(first, "fail")} at {Words.Seconds(at)}{Consequence(run, first.Count, at)}; {total}";
    }

    private static string Consequence(ChartRun run, int failures, TimeSpan at)
    {
        var cancelled = Cast.With(run, "cancelled");
        var taken = run.Lanes.Where(lane => cancelled.Contains(lane) && run.Same(Cast.When(run, lane, "cancelled"), at)).ToList();
        if (taken.Count > 0)
        {
            return $" and {Cast.Verb(failures, "take")} {Cast.Name(taken)} with {(failures > 1 ? "them" : "it")}{CleanUp(run, taken)}";
        }

        if (cancelled.Any(lane => Cast.When(run, lane, "cancelled") > at))
        {
            return ""; // on the real clock a moment later; whether because of the failure nobody can say
        }

        var goOn = Cast.Workers(run)
            .Where(lane => run.SpansOf[lane].Any(span => span.Activity == Activity.Running && span.Start < at && (span.End is null || span.End > at)))
            .ToList();
        return goOn.Count > 0
            ? $" and nobody is cancelled: {Cast.Does(goOn, "run")} on"
            : Cast.Workers(run).Count > failures ? " when the others are done: nobody is cancelled" : "";
    }

    private static string CleanUp(ChartRun run, List<string> taken)
    {
        var longest = taken.SelectMany(lane => run.SpansOf[lane]).Where(span => span.IsCleanUp)
            .Select(span => span.Duration ?? TimeSpan.Zero).DefaultIfEmpty().Max();
        return longest == TimeSpan.Zero ? "" : $", which {Cast.Verb(taken.Count, "clean up")} for {Words.Seconds(longest)}";
    }
}

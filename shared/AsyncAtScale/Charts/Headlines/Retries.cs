using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"caller-A succeeds on attempt 1, caller-B on attempt 2; caller-C gives up after three time-outs at 1.8 s".</summary>
internal static class Retries
{
    private const int MostByName = 4;

    public static string? Of(ChartRun run)
    {
        var callers = run.Lanes.Select(lane => Call.Of(run, lane)).OfType<Call>().ToList();
        if (callers.Count == 0)
        {
            return null;
        }

        var succeeded = callers.Where(call => call.Succeeds).ToList();
        var gaveUp = callers.Where(call => !call.Succeeds && !call.IsCancelled).ToList();
        var parts = (callers.Count > MostByName ? Counted(succeeded, gaveUp) : Named(succeeded, gaveUp))
            .Concat(Stopped([.. callers.Where(call => call.IsCancelled)]));
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static IEnumerable<string> Named(List<Call> succeeded, List<Call> gaveUp)
    {
        var groups = succeeded.GroupBy(call => call.Attempts).OrderBy(group => group.Key).ToList();
        yield return string.Join(", ", groups.Select((group, index) =>
        {
            var lanes = group.Select(call => call.Lane).ToList();
            var verb = index == 0 ? Cast.Verb(lanes.Count, "succeed") + " " : "";
            return $"{LaneNames.List(lanes)} {verb}on attempt {group.Key}";
        }));
        foreach (var group in gaveUp.GroupBy(call => (call.Attempts, call.End)))
        {
            var lanes = group.Select(call => call.Lane).ToList();
            yield return $"{LaneNames.List(lanes)} {Cast.Verb(lanes.Count, "give up")} after {Cuts(group.Key.Attempts, group.All(call => call.OnlyTimeOuts))} at {Words.Seconds(group.Key.End)}";
        }
    }

    private static IEnumerable<string> Counted(List<Call> succeeded, List<Call> gaveUp)
    {
        yield return succeeded.Count == 0 ? "" : $"{Cast.Count([.. succeeded.Select(call => call.Lane)])} {Cast.Verb(succeeded.Count, "succeed")} after at most {Words.Count(succeeded.Max(call => call.Attempts), "attempt")}";
        yield return gaveUp.Count == 0 ? "" : $"{Cast.Count([.. gaveUp.Select(call => call.Lane)])} {Cast.Verb(gaveUp.Count, "give up")} after {Cuts(gaveUp.Max(call => call.Attempts), gaveUp.TrueForAll(call => call.OnlyTimeOuts))}";
    }

    /// <summary>"caller-C is cancelled at 1.1 s, after two time-outs": somebody else gave up.</summary>
    private static IEnumerable<string> Stopped(List<Call> callers) =>
        callers.GroupBy(call => (call.Attempts, call.End)).Select(group =>
            $"{Cast.Does([.. group.Select(call => call.Lane)], "are cancelled")} at {Words.Seconds(group.Key.End)}, after {Cuts(group.Key.Attempts, group.All(call => call.OnlyTimeOuts))}");

    private static string Cuts(int attempts, bool onlyTimeOuts) => Words.Count(attempts, onlyTimeOuts ? "time-out" : "attempt");

    /// <summary>What became of the attempts of one lane.</summary>
    private sealed record Call(string Lane, int Attempts, bool Succeeds, bool IsCancelled, bool OnlyTimeOuts, TimeSpan End)
    {
        public static Call? Of(ChartRun run, string lane)
        {
            var attempts = run.SpansOf[lane].Where(IsAttempt).ToList();
            var pause = run.SpansOf[lane].LastOrDefault() is { Activity: Activity.Backoff, Ending: Ending.Cancelled } last ? last : null;
            // A worker that makes many calls, each with attempts of its own, is not a caller.
            var calls = attempts.Count(attempt => attempt.Label!.EndsWith(" 1", StringComparison.Ordinal));
            return attempts.Count == 0 || calls > 1 ? null : new Call(
                lane,
                attempts.Count,
                attempts[^1].Ending == Ending.Normal,
                pause is not null,
                attempts.TrueForAll(attempt => attempt.Ending == Ending.TimedOut),
                pause?.End ?? attempts[^1].End ?? run.End);
        }

        private static bool IsAttempt(Span span) => span.Activity == Activity.Running
            && span.Label is { } label && label.StartsWith("attempt", StringComparison.OrdinalIgnoreCase);
    }
}

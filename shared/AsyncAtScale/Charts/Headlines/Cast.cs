using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>Who plays which part in a run.</summary>
internal static class Cast
{
    /// <summary>The lanes that do the work: those that only wait for other tasks coordinate.</summary>
    public static IReadOnlyList<string> Workers(ChartRun run)
    {
        var workers = run.Lanes.Where(lane => !Coordinates(run, lane)).ToList();
        return workers.Count > 0 ? workers : run.Lanes;
    }

    /// <summary>"nine sessions", "nine lanes".</summary>
    public static string Count(IReadOnlyCollection<string> lanes) =>
        Words.Count(lanes.Count, LaneNames.CommonNoun(lanes) ?? "lane");

    /// <summary>A few lanes by name, many by number: "B and C", "five requests".</summary>
    public static string Name(IReadOnlyCollection<string> lanes, bool byNumber = false) =>
        lanes.Count > 3 || (byNumber && lanes.Count > 1) ? Count(lanes) : LaneNames.List(lanes);

    /// <summary>A verb for one or several.</summary>
    public static string Verb(int count, string plural) => count == 1 ? Clauses.Singular(plural) : plural;

    /// <summary>A subject with its verb: "five requests wait", "main waits".</summary>
    public static string Does(IReadOnlyCollection<string> lanes, string plural) => $"{Name(lanes)} {Verb(lanes.Count, plural)}";

    /// <summary>The lanes of all instants of a name, each once.</summary>
    public static IReadOnlyList<string> With(ChartRun run, string instant) =>
        [.. run.Timeline.LanesWith(instant).Distinct()];

    /// <summary>The time of the first instant of a name in a lane.</summary>
    public static TimeSpan? When(ChartRun run, string lane, string instant) =>
        run.InstantsOf[lane].FirstOrDefault(candidate => candidate.Name == instant)?.At;

    /// <summary>The workers that fail, and when: said by an instant, or known from the end of their lanes.</summary>
    public static IReadOnlyList<(string Lane, TimeSpan At)> Failures(ChartRun run) =>
    [
        .. Workers(run).Select(lane => (lane, At: When(run, lane, "failed") ?? EndOfFailed(run, lane)))
            .Where(failure => failure.At is not null)
            .Select(failure => (failure.lane, failure.At!.Value)),
    ];

    private static TimeSpan? EndOfFailed(ChartRun run, string lane) =>
        run.SpansOf[lane].LastOrDefault() is { } last && run.EndOfLane(last) == Ending.Failed ? last.End : null;

    private static bool Coordinates(ChartRun run, string lane)
    {
        var spans = run.SpansOf[lane].ToList();
        return spans.Count == 0
            ? lane == "main"
            : spans.TrueForAll(span => span.Activity == Activity.Waiting && span.Reason is WaitReason.Tasks or null);
    }
}

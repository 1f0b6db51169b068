using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>
/// The result of a run in one sentence. The rules know what async programs do (wait for permits, race, retry, fail
/// together), not which demo they look at; the first that has something to say is heard.
/// </summary>
internal static class Headline
{
    private static readonly Func<ChartRun, string?>[] Rules =
    [
        Standstill.Of,
        Race.Of,
        Retries.Of,
        Refusals.Of,
        Permits.Of,
        QueueFlow.Of,
        Signal.Of,
        Failure.Of,
        FirstFinish.Of,
        Cancellation.Of,
        Overlap.Of,
    ];

    public static string Of(ChartRun run)
    {
        var said = Rules.Select(rule => rule(run)).FirstOrDefault(sentence => sentence is not null)
            ?? $"Nothing but time passes: {Words.Seconds(run.Timeline.Total)} in all";
        return (StartsWithName(run, said) ? said : Words.Capital(said)) + ".";
    }

    /// <summary>A name keeps its small letter.</summary>
    private static bool StartsWithName(ChartRun run, string sentence) =>
        run.Lanes.Any(lane => sentence.StartsWith(LaneNames.Short(lane), StringComparison.Ordinal));
}

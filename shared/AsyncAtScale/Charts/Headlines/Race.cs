using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"us-east wins at 0.25 s; eu-west and ap-south are cancelled at that moment". Of several races other rules speak.</summary>
internal static class Race
{
    public static string? Of(ChartRun run)
    {
        var winners = Cast.With(run, "winner");
        if (winners.Count != 1)
        {
            return null;
        }

        var at = Cast.When(run, winners[0], "winner")!.Value;
        var last = Cast.When(run, winners[^1], "winner")!.Value;
        if (!run.Same(at, last))
        {
            return $"{Words.Count(winners.Count, "race")}, won between {Words.Seconds(at)} and {Words.Seconds(last)}; {Words.Seconds(run.Timeline.Total)} in all";
        }

        var first = run.Moments.First(moment => run.Same(moment.At, at)).Instants
            .Where(instant => instant.Name is "winner" or "finished").Select(instant => instant.Lane).Distinct()
            .Intersect(Cast.Workers(run)).ToList();
        var losers = Cast.With(run, "cancelled");
        var head = first.Count > 1
            ? $"{LaneNames.List(first)} arrive together at {Words.Seconds(at)}, {winners[0]} wins"
            : $"{LaneNames.Short(winners[0])} wins at {Words.Seconds(at)}";
        return losers.Count == 0 ? $"{head}; {Words.Seconds(run.Timeline.Total)} in all" : $"{head}; {Cast.Does(losers, "are cancelled")} {When(run, losers, at)}";
    }

    private static string When(ChartRun run, IReadOnlyList<string> losers, TimeSpan at) =>
        losers.All(lane => run.Same(Cast.When(run, lane, "cancelled"), at)) ? "at that moment" : "after it";
}

using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"us-east is first at 0.25 s; eu-west and ap-south are cancelled at that moment", where nobody named a winner.</summary>
internal static class FirstFinish
{
    public static string? Of(ChartRun run)
    {
        var losers = Cast.With(run, "cancelled");
        if (losers.Count == 0 || Cast.When(run, losers[0], "cancelled") is not { } at
            || !losers.All(lane => run.Same(Cast.When(run, lane, "cancelled"), at)))
        {
            return null;
        }

        var first = Cast.With(run, "finished").Intersect(Cast.Workers(run)).Except(losers)
            .Where(lane => run.Same(Cast.When(run, lane, "finished"), at)).ToList();
        return first.Count == 0 ? null
            : $"{Cast.Does(first, "are")} first at {Words.Seconds(at)}; {Cast.Does(losers, "are cancelled")} at that moment";
    }
}

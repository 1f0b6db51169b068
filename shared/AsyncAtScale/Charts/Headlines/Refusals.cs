using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>"Ten of a hundred calls are served, ninety refused (429)".</summary>
internal static class Refusals
{
    public static string? Of(ChartRun run)
    {
        var answers = run.Timeline.Instants
            .Select(instant => (instant.Lane, Status: Answers.StatusOf(instant)))
            .Where(answer => answer.Status is not null)
            .GroupBy(answer => answer.Lane, answer => answer.Status!.Value)
            .Select(lane => (Lane: lane.Key, Status: lane.Last())).ToList();
        var refused = answers.Where(answer => Answers.IsRefusal(answer.Status)).ToList();
        if (refused.Count == 0)
        {
            return null;
        }

        var served = answers.Count - refused.Count;
        var status = string.Join(", ", refused.Select(answer => answer.Status).Distinct().Order());
        var noun = LaneNames.CommonNoun([.. answers.Select(answer => answer.Lane)]) ?? "lane";
        var numbers = Words.Numbers(served, answers.Count, refused.Count);
        var all = $"{numbers[1]} {(answers.Count == 1 ? noun : Words.Plural(noun))}";
        var head = served == 0 ? $"none of {all} is served" : $"{numbers[0]} of {all} {Cast.Verb(served, "are served")}";
        return $"{head}, {numbers[2]} refused ({status}); {Words.Seconds(run.Timeline.Total)} in all";
    }
}

using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Headlines;

/// <summary>What changed from one run to another: "0.9 s instead of 2.7 s; in flight: at most three instead of nine".</summary>
internal static class Difference
{
    public static string Of(ChartRun before, ChartRun after)
    {
        var parts = new[] { Time(before, after), Failures(before, after), Peak(before, after) };
        return Words.Capital(string.Join("; ", parts.OfType<string>())) + ".";
    }

    private static string Time(ChartRun before, ChartRun after)
    {
        var (was, isNow) = (Words.Seconds(before.Timeline.Total), Words.Seconds(after.Timeline.Total));
        return (IsStuck(before), IsStuck(after)) switch
        {
            (true, true) => $"deadlock at {isNow}, before at {was}",
            (true, false) => $"done after {isNow} instead of never",
            (false, true) => $"deadlock at {isNow}; before, done after {was}",
            _ => isNow == was ? $"{isNow} as before" : $"{isNow} instead of {was}",
        };
    }

    private static string? Failures(ChartRun before, ChartRun after)
    {
        var (was, isNow) = (Cast.Failures(before).Count, Cast.Failures(after).Count);
        return was == isNow ? null : $"{Number(isNow)} {Cast.Verb(isNow, "fail")} instead of {Number(was)}";
    }

    /// <summary>The first counter of both whose greatest value differs.</summary>
    private static string? Peak(ChartRun before, ChartRun after) => (
        from counter in after.Counters
        from other in before.Counters
        where other.Name == counter.Name && other.Peak != counter.Peak
        let peaks = Words.Numbers(counter.Peak, other.Peak)
        select $"{LaneNames.Short(Words.Spaced(counter.Name))}: at most {peaks[0]} instead of {peaks[1]}").FirstOrDefault();

    private static bool IsStuck(ChartRun run) => run.Timeline.Outcome == Outcome.Deadlock;

    private static string Number(int number) => number == 0 ? "none" : Words.Number(number);
}

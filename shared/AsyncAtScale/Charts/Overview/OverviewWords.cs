using System.Globalization;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Overview;

/// <summary>A large run in words: how many did what for how long.</summary>
internal static class OverviewWords
{
    private const int MostStates = 3;

    /// <summary>The result in one sentence.</summary>
    public static string Headline(OverviewRun run)
    {
        var total = run.LaneTime;
        var states = run.States.Take(MostStates).Select(state => $"{Share(state.Total, total)} {Verb(state.Look)}");
        return $"{Number(run.Timeline.Spans.Count)} spans of {Cast(run)} in {Words.Seconds(run.End)}: of their time {Words.Join([.. states])}.";
    }

    public static string Description(OverviewRun run, OverviewLayout layout)
    {
        var rows = layout.IsBars ? "A row a lane." : $"{Number(layout.Rows)} rows of {Number(layout.LanesInRow)} lanes each, which show the share of each state.";
        var states = run.States.Select(state => $"{SpanLooks.LegendOf(state.Look)}: {Number(state.Spans)} spans, {Words.Seconds(state.Total)} in all");
        var counters = run.Counters.Select(counter => $"{Words.Spaced(LaneNames.Short(counter.Name))}: {CounterWords.Peak(counter)}");
        return $"{rows} {string.Join("; ", states.Concat(counters))}.";
    }

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"61%"; what is there but hardly so is "under 1%".</summary>
    public static string Share(TimeSpan part, TimeSpan whole)
    {
        var share = whole == TimeSpan.Zero ? 0 : part / whole * 100;
        return share is > 0 and < 1 ? "under 1%" : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share):0}%");
    }

    private static string Cast(OverviewRun run) =>
        $"{Number(run.Lanes.Count)} {(LaneNames.CommonNoun([.. run.Lanes.Select(lane => lane.Name)]) is { } noun ? run.Lanes.Count == 1 ? noun : Words.Plural(noun) : run.Lanes.Count == 1 ? "lane" : "lanes")}";

    private static string Verb(SpanLook look) => look switch
    {
        SpanLook.Run => "running",
        SpanLook.Block => "blocking the thread",
        SpanLook.Wait => "waiting",
        SpanLook.Pause => "pausing before a retry",
        SpanLook.CleanUp => "cleaning up",
        SpanLook.Cancelled => "lost to cancellation",
        SpanLook.Late => "lost to time-outs",
        SpanLook.Failed => "lost to failures",
        _ => "stuck",
    };
}

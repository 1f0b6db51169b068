using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Text;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Overview;

/// <summary>A large run in characters: the sentence, the sums by state, the peaks of the counters.</summary>
internal static class OverviewText
{
    private const int Bar = 30;

    public static string Draw(OverviewRun run)
    {
        var total = run.LaneTime;
        var lines = TextGantt.Wrap(OverviewWords.Headline(run)).Append("").Concat(run.States.Select(state => State(state, total)));
        var counters = run.Counters.Select(counter => $"{TextGantt.Name(Words.Spaced(counter.Name), 24),-24} {CounterWords.Peak(counter)}");
        return string.Join('\n', run.Counters.Count == 0 ? lines : lines.Append("").Concat(counters));
    }

    private static string State(OverviewState state, TimeSpan total)
    {
        var length = total == TimeSpan.Zero ? 0 : (int)Math.Ceiling(state.Total / total * Bar);
        var body = SpanLooks.IsLost(state.Look) ? '▒' : state.Look is SpanLook.Wait or SpanLook.Pause ? '·' : '█';
        return $"{SpanLooks.LegendOf(state.Look),-24} {new string(body, length),-Bar} {OverviewWords.Share(state.Total, total),9} {OverviewWords.Number(state.Spans),9}";
    }
}

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>
/// Where the chart learns which spans add up to the length of a run. Nobody computes them yet: the chart then
/// offers no critical path.
/// </summary>
internal static class CriticalSpans
{
    public static IReadOnlyList<Span> Of(Timeline timeline) => timeline.Spans.Count == 0 ? timeline.Spans : [];
}

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>
/// The bars that add up to the length of a run. Of the critical path only what was work: a path that leads through a wait
/// for a timer, or through time that nothing recorded, cannot be told as a sum of bars, and the chart then offers none.
/// </summary>
internal static class CriticalSpans
{
    public static IReadOnlyList<Span> Of(Timeline timeline)
    {
        var path = CriticalPath.Of(timeline);
        return path.Any(step => step.Span is null or { Activity: Activity.Waiting })
            ? []
            : [.. path.Select(step => step.Span!)];
    }
}

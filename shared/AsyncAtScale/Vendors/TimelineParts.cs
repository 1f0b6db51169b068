using AsyncAtScale.Timelines;

namespace AsyncAtScale.Vendors;

/// <summary>More or less of a timeline.</summary>
internal static class TimelineParts
{
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);

    /// <summary>The same run with other contents.</summary>
    public static Timeline With(
        this Timeline timeline, IReadOnlyList<Span> spans, IReadOnlyList<Instant> instants, IReadOnlyList<Counter> counters) => new()
        {
            Title = timeline.Title,
            Outcome = timeline.Outcome,
            Total = timeline.Total,
            Spans = spans,
            Instants = instants,
            Counters = counters,
            Wakes = timeline.Wakes,
            Lanes = timeline.Lanes,
            Facts = timeline.Facts,
            Inputs = timeline.Inputs,
        };

    /// <summary>
    /// The first lanes only, for a chart that would be too large. The counters go on counting all lanes; who woke whom is left
    /// out, since most of those who did are not to be seen.
    /// </summary>
    public static Timeline FirstLanes(this Timeline timeline, int count)
    {
        var busy = timeline.Spans.Select(span => span.Lane).ToHashSet();
        var shown = timeline.Lanes.Select(lane => lane.Name).Where(busy.Contains).Take(count).ToHashSet();
        return new Timeline
        {
            Title = timeline.Title,
            Outcome = timeline.Outcome,
            Total = timeline.Total,
            Spans = [.. timeline.Spans.Where(span => shown.Contains(span.Lane))],
            Instants = [.. timeline.Instants.Where(instant => shown.Contains(instant.Lane))],
            Counters = InFlight.AddTo(timeline.Counters, timeline.Spans, Thinned),
            Lanes = [.. timeline.Lanes.Where(lane => shown.Contains(lane.Name))],
            Facts = timeline.Facts,
            Inputs = timeline.Inputs,
        };
    }

    /// <summary>The peaks of short stretches: what can be seen of a number that changes thousands of times.</summary>
    private static Counter Thinned(Counter counter) => counter with
    {
        Points = [.. counter.Points.GroupBy(point => point.At.Ticks / Stretch.Ticks).Select(stretch => stretch.MaxBy(point => point.Value))],
    };
}

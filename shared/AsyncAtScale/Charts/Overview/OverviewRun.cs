using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Overview;

/// <summary>A timeline of thousands of spans, prepared for drawing: a history a lane, and how much time each state takes.</summary>
internal sealed class OverviewRun
{
    private const int MostCounterPoints = 2000;

    public OverviewRun(Timeline timeline)
    {
        Timeline = timeline;
        End = timeline.Spans.Select(span => span.End ?? span.Start).Concat(timeline.Instants.Select(instant => instant.At)).Append(timeline.Total).Max();
        var spans = timeline.Spans.ToLookup(span => span.Lane);
        var names = timeline.Lanes.Select(lane => lane.Name).Where(spans.Contains).Concat(timeline.Spans.Select(span => span.Lane)).Distinct();
        Lanes = [.. names.Select(name => new OverviewLane(name, [.. spans[name].Select(Stretch)]))];
        Counters = [.. InFlight.AddTo(timeline.Counters, timeline.Spans, counter => counter).Select(Thinned)];
        States = [.. Lanes.SelectMany(lane => lane.Stretches).GroupBy(stretch => stretch.Look).Select(StateOf).OrderByDescending(state => state.Total).ThenBy(state => state.Look)];
    }

    public Timeline Timeline { get; }

    /// <summary>The last moment at which anything is known.</summary>
    public TimeSpan End { get; }

    /// <summary>The lanes that have spans, in order of appearance.</summary>
    public IReadOnlyList<OverviewLane> Lanes { get; }

    /// <summary>The counters; of very many points the peaks of short stretches.</summary>
    public IReadOnlyList<Counter> Counters { get; }

    /// <summary>The states that occur, the one that takes most time first.</summary>
    public IReadOnlyList<OverviewState> States { get; }

    /// <summary>The time of all lanes together.</summary>
    public TimeSpan LaneTime => States.Aggregate(TimeSpan.Zero, (sum, state) => sum + state.Total);

    private OverviewStretch Stretch(Span span) =>
        new(SpanLooks.Of(span), span.Start, span.End ?? (End > span.Start ? End : span.Start), span.Label ?? span.Reason);

    private static OverviewState StateOf(IGrouping<SpanLook, OverviewStretch> stretches)
    {
        var lengths = stretches.Select(stretch => stretch.To - stretch.From).ToList();
        return new(stretches.Key, lengths.Count, lengths.Aggregate((sum, length) => sum + length), lengths.Max());
    }

    private Counter Thinned(Counter counter) => counter.Points.Count <= MostCounterPoints || End == TimeSpan.Zero ? counter : counter with
    {
        Points = [.. counter.Points.GroupBy(point => point.At.Ticks * MostCounterPoints / (End.Ticks + 1)).Select(stretch => stretch.MaxBy(point => point.Value))],
    };
}

/// <summary>What one lane did.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Stretches">Its spans in order of start.</param>
internal sealed record OverviewLane(string Name, IReadOnlyList<OverviewStretch> Stretches);

/// <summary>One span, as far as an overview shows it.</summary>
/// <param name="Look">How it is painted.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; the end of the run if it never did.</param>
/// <param name="Label">What the work is called or the wait is for, or null.</param>
internal readonly record struct OverviewStretch(SpanLook Look, TimeSpan From, TimeSpan To, string? Label);

/// <summary>All spans of one look together.</summary>
internal sealed record OverviewState(SpanLook Look, int Spans, TimeSpan Total, TimeSpan Longest);

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>A timeline prepared for drawing: rows, counters, moments and look-ups by lane.</summary>
internal sealed class ChartRun
{
    private static readonly TimeSpan LongestTolerance = TimeSpan.FromMilliseconds(0.5);

    private readonly TimeIndex<Wake> _wakes;
    private readonly TimeIndex<Instant> _instants;
    private readonly TimeIndex<Span> _endings;
    private readonly HashSet<(int Row, TimeSpan Start, Activity Activity)> _path;
    private readonly Dictionary<string, LaneLife> _lives;
    private readonly TimeSpan _tolerance;
    private readonly Lazy<FigureData> _data;

    public ChartRun(Timeline timeline, Ghost? ghost = null)
    {
        (Timeline, Ghost) = (timeline, ghost);
        _data = new(() => FigureData.Of(this));
        End = EndOf(timeline);
        _tolerance = TimeSpan.FromTicks(Math.Min(LongestTolerance.Ticks, End.Ticks / 2000));
        Path = PathOf(timeline);
        _wakes = new(timeline.Wakes, wake => wake.Lane, wake => wake.At);
        _instants = new(timeline.Instants, instant => instant.Lane, instant => instant.At);
        _endings = new(timeline.Spans.Where(span => span.End is not null), span => span.Lane, span => span.End!.Value);
        SpansOf = timeline.Spans.Where(IsToBeSeen).ToLookup(span => span.Lane);
        _lives = timeline.Wakes.Count == 0 ? [] : timeline.Lanes.DistinctBy(life => life.Name).ToDictionary(life => life.Name);
        InstantsOf = timeline.Instants.ToLookup(instant => instant.Lane);
        Lanes = [.. LanesOf(timeline)];
        Rows = LaneFolding.Rows(Lanes, SpansOf, InstantsOf);
        RowOf = Rows.SelectMany((row, index) => row.Lanes.Select(lane => (lane, index))).ToDictionary(entry => entry.lane, entry => entry.index);
        _path = [.. Path.Select(step => step.Span).OfType<Span>().Select(Place)];
        Counters = InFlight.AddTo([.. timeline.Counters.Select(Settled)], timeline.Spans, Settled);
        IsStuck = timeline.Spans.Any(span => span.Ending == Ending.Stuck);
        Moments = MomentsOf(timeline);
    }

    public Timeline Timeline { get; }

    /// <summary>The run as a figure carries it.</summary>
    public FigureData Data => _data.Value;

    /// <summary>What was expected of the run, or null.</summary>
    public Ghost? Ghost { get; }

    /// <summary>The critical path; empty if it is not known, or if one lane alone makes it.</summary>
    public IReadOnlyList<PathStep> Path { get; }

    public IReadOnlyList<string> Lanes { get; }

    public IReadOnlyList<ChartRow> Rows { get; }

    /// <summary>The number of the row that shows a lane.</summary>
    public IReadOnlyDictionary<string, int> RowOf { get; }

    public IReadOnlyList<Counter> Counters { get; }

    public IReadOnlyList<Moment> Moments { get; }

    /// <summary>The last moment at which anything is known: the end of the solid axis.</summary>
    public TimeSpan End { get; }

    /// <summary>Whether a lane never ends.</summary>
    public bool IsStuck { get; }

    public ILookup<string, Span> SpansOf { get; }

    public ILookup<string, Instant> InstantsOf { get; }

    /// <summary>
    /// Whether two times are one moment to the eye. On the virtual clock they are equal; at the real pace what
    /// happens together is recorded some microseconds apart.
    /// </summary>
    public bool Same(TimeSpan? first, TimeSpan? second) =>
        first is { } one && second is { } other && (one - other).Duration() <= _tolerance;

    public bool HasNoLength(Span span) => Same(span.Start, span.End);

    /// <summary>Whether the critical path leads through this span, or through the same span of a lane folded with it.</summary>
    public bool IsOnPath(Span span) => _path.Contains(Place(span));

    /// <summary>
    /// How a lane ended, if this is the span with which it did; else null. Only runs that record wakes record
    /// lives: for others the last thing seen of a lane need not be its end.
    /// </summary>
    public Ending? EndOfLane(Span span) =>
        _lives.TryGetValue(span.Lane, out var life) && Same(life.End, span.End) && IsLast(span) ? life.Ending : null;

    /// <summary>Whether nothing of its lane follows a span.</summary>
    public bool IsLast(Span span) => ReferenceEquals(SpansOf[span.Lane].Last(), span);

    /// <summary>The wakes of a lane at a time.</summary>
    public IEnumerable<Wake> WakesOf(string lane, TimeSpan? at) => At(_wakes, lane, at);

    /// <summary>The instants of a lane at a time.</summary>
    public IEnumerable<Instant> InstantsAt(string lane, TimeSpan? at) => At(_instants, lane, at);

    /// <summary>The spans of a lane that end at a time.</summary>
    public IEnumerable<Span> EndingAt(string lane, TimeSpan? at) => At(_endings, lane, at);

    private (int Row, TimeSpan Start, Activity Activity) Place(Span span) => (RowOf[span.Lane], span.Start, span.Activity);

    private IEnumerable<T> At<T>(TimeIndex<T> index, string lane, TimeSpan? at) =>
        at is { } time ? index.Between(lane, time - _tolerance, time + _tolerance) : [];

    /// <summary>At the real pace a lane needs some microseconds to get from one call to the next: that is no wait.</summary>
    private bool IsToBeSeen(Span span) =>
        !HasNoLength(span) || !(span.IsDerived || span is { Activity: Activity.Waiting, Ending: Ending.Normal });

    /// <summary>Of several values within one moment the last, as on the virtual clock.</summary>
    private Counter Settled(Counter counter)
    {
        var points = new List<CounterPoint>();
        foreach (var point in counter.Points)
        {
            if (points.Count > 0 && Same(points[^1].At, point.At))
            {
                points[^1] = points[^1] with { Value = point.Value };
            }
            else
            {
                points.Add(point);
            }
        }

        return counter with { Points = InFlight.Changes(points) };
    }

    /// <summary>Without recorded wakes nobody knows who waited for whom: the last lane is not the answer.</summary>
    private static IReadOnlyList<PathStep> PathOf(Timeline timeline)
    {
        var path = timeline.Wakes.Count > 0 ? CriticalPath.Of(timeline) : [];
        return path.Select(step => step.Lane).Distinct().Skip(1).Any() ? path : [];
    }

    private static IEnumerable<string> LanesOf(Timeline timeline)
    {
        var seen = timeline.Spans.Select(span => span.Lane).Concat(timeline.Instants.Select(instant => instant.Lane)).ToHashSet();
        return timeline.Lanes.Select(lane => lane.Name).Where(seen.Contains).Concat(seen).Distinct();
    }

    private static TimeSpan EndOf(Timeline timeline) =>
        timeline.Spans.Select(span => span.End ?? span.Start)
            .Concat(timeline.Instants.Select(instant => instant.At))
            .Append(timeline.Total)
            .Max();

    private List<Moment> MomentsOf(Timeline timeline)
    {
        var times = timeline.Instants.Select(instant => instant.At)
            .Concat(timeline.Spans.Select(span => span.Start))
            .Concat(timeline.Spans.Where(span => span.End is not null).Select(span => span.End!.Value))
            .Order();
        var starts = new List<TimeSpan>();
        foreach (var time in times)
        {
            if (starts.Count == 0 || !Same(starts[^1], time))
            {
                starts.Add(time);
            }
        }

        TimeSpan MomentOf(TimeSpan time) =>
            starts[starts.BinarySearch(time) is var at && at >= 0 ? at : ~at - 1];
        var instants = timeline.Instants.ToLookup(instant => MomentOf(instant.At));
        var beginning = timeline.Spans.ToLookup(span => MomentOf(span.Start));
        var ending = timeline.Spans.Where(span => span.End is not null).ToLookup(span => MomentOf(span.End!.Value));
        return [.. starts.Select(at => new Moment(at, [.. instants[at]], [.. beginning[at]], [.. ending[at]]))];
    }
}

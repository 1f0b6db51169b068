namespace AsyncAtScale.Timelines;

/// <summary>
/// Writes down what the lanes of one run do. Thread-safe. An event costs 32 bytes and takes one short
/// lock; nothing else is allocated but details of instants.
/// </summary>
public sealed class Recorder
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private readonly EventLog _events = new();
    private readonly TextTable _texts = new();
    private readonly List<Lane> _lanes = [];
    private readonly Dictionary<string, Lane> _lanesByName = new(StringComparer.Ordinal);
    private readonly List<CounterTrack> _counters = [];
    private readonly List<object> _details = [];
    private int _endedLanes;
    private bool _closed;

    /// <summary>A recorder whose times count from now on <paramref name="clock"/>.</summary>
    public Recorder(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _origin = clock.GetTimestamp();
    }

    /// <summary>Called when a thread goes on with a lane; to be set before the first lane begins. Null costs nothing.</summary>
    internal Action<Lane>? Entered { get; set; }

    /// <summary>What the run asked to be remembered by, whether it returns or not; read when it is over.</summary>
    internal object? Kept { get; set; }

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_origin);

    /// <summary>How many events have been written.</summary>
    public int EventCount
    {
        get
        {
            lock (_gate)
            {
                return _events.Count;
            }
        }
    }

    /// <summary>
    /// A lane that begins now. If a lane of that name is still alive the new one is called "name (2)";
    /// if it has ended, it goes on.
    /// </summary>
    /// <param name="name">What the task, worker or caller is called.</param>
    /// <param name="parent">The lane that starts it, or null.</param>
    public Lane StartLane(string name, Lane? parent = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_gate)
        {
            var lane = ReusableLane(name) ?? AddLane(name);
            lane.IsAlive = true;
            lane.Since = Elapsed;
            Append(new RecordedEvent { Kind = EventKind.LaneStart, Subject = lane.Number, Cause = NumberOf(parent) });
            return lane;
        }
    }

    /// <summary>A counter of its own; a second one of the same name is called "name (2)".</summary>
    /// <param name="name">For example "permits-in-use".</param>
    /// <param name="limit">The value it may never exceed, or null.</param>
    public CounterTrack NewCounter(string name, int? limit = null)
    {
        lock (_gate)
        {
            var track = new CounterTrack(this, _counters.Count, Unique(name, used => _counters.Exists(c => c.Name == used)), limit);
            _counters.Add(track);
            return track;
        }
    }

    /// <summary>
    /// The record so far as a timeline. After that nothing more is written: what goes on behind a run
    /// that is over does not belong to it.
    /// </summary>
    /// <param name="title">What the run is called.</param>
    /// <param name="outcome">How it ended.</param>
    public Timeline Close(string title, Outcome outcome)
    {
        lock (_gate)
        {
            var total = Elapsed;
            _closed = true;
            return new TimelineBuilder(_events, _texts, _lanes, _counters, _details).Build(title, outcome, total);
        }
    }

    /// <summary>What has been recorded since there were so many events: the lane, the event, its label or name.</summary>
    internal IReadOnlyList<(string Lane, RecordedEvent Event, string? Text)> Since(int count)
    {
        lock (_gate)
        {
            return
            [
                .. _events.InOrder().Skip(count).Where(entry => entry.Kind != EventKind.Counter)
                    .Select(entry => (_lanes[entry.Subject].Name, entry, _texts[entry.Text])),
            ];
        }
    }

    /// <summary>The lanes that have not ended, in order of appearance, with what they are doing.</summary>
    public IReadOnlyList<LaneStatus> AliveLanes()
    {
        lock (_gate)
        {
            return [.. _lanes.Where(lane => lane.IsAlive || lane.IsBusy).Select(lane => lane.Status)];
        }
    }

    internal OpenSpan Begin(Lane lane, Activity activity, string? label, string? reason)
    {
        lock (_gate)
        {
            var free = FreeTrackOf(lane);
            free.Enter(activity, label, reason, Elapsed);
            Append(new RecordedEvent
            {
                Kind = EventKind.Begin,
                Subject = free.Number,
                Activity = activity,
                Text = _texts.NumberOf(label),
                Reason = _texts.NumberOf(reason),
            });
            return new OpenSpan(free);
        }
    }

    internal void End(Lane lane, Ending ending, Lane? cause, WakeKind kind)
    {
        lock (_gate)
        {
            lane.Leave(Elapsed);
            Append(new RecordedEvent
            {
                Kind = EventKind.End,
                Subject = lane.Number,
                Ending = ending,
                Cause = NumberOf(cause),
                Wake = kind,
            });
        }
    }

    internal void EndLane(Lane lane, Ending ending)
    {
        lock (_gate)
        {
            lane.IsAlive = false;
            lane.EndedAs = ++_endedLanes;
            Append(new RecordedEvent { Kind = EventKind.LaneEnd, Subject = lane.Number, Ending = ending });
        }
    }

    internal void Instant(Lane lane, string name, object? detail)
    {
        lock (_gate)
        {
            Append(new RecordedEvent
            {
                Kind = EventKind.Instant,
                Subject = lane.Number,
                Text = _texts.NumberOf(name),
                Value = detail is null || _closed ? -1 : AddDetail(detail),
            });
        }
    }

    internal void SetCounter(CounterTrack counter, int value)
    {
        lock (_gate)
        {
            Append(new RecordedEvent { Kind = EventKind.Counter, Subject = counter.Number, Value = value });
        }
    }

    /// <summary>A time limit has cancelled what the lane waited for: those waits have not merely been cancelled.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="since">The <see cref="EventCount"/> when the time limit began.</param>
    internal void TimeUp(Lane lane, int since)
    {
        lock (_gate)
        {
            Append(new RecordedEvent { Kind = EventKind.TimeUp, Subject = lane.Number, Value = since });
        }
    }

    /// <summary>A lane of another run, met through a semaphore that outlived it, has no number here.</summary>
    private int NumberOf(Lane? lane) => lane?.Recorder == this ? lane.Number : -1;

    private static string Unique(string name, Func<string, bool> isUsed)
    {
        var unique = name;
        for (var copy = 2; isUsed(unique); copy++)
        {
            unique = $"{name} ({copy})";
        }

        return unique;
    }

    private void Append(in RecordedEvent entry)
    {
        if (!_closed)
        {
            _events.Append(entry with { At = Elapsed.Ticks });
        }
    }

    private int AddDetail(object detail)
    {
        _details.Add(detail);
        return _details.Count - 1;
    }

    private Lane? ReusableLane(string name) =>
        _lanesByName.TryGetValue(name, out var lane) && !lane.IsAlive && !lane.IsBusy ? lane : null;

    private Lane AddLane(string name)
    {
        var lane = new Lane(this, _lanes.Count, Unique(name, _lanesByName.ContainsKey));
        _lanes.Add(lane);
        _lanesByName.Add(lane.Name, lane);
        return lane;
    }

    /// <summary>Spans of a lane do not overlap: what runs beside gets a track of its own, "lane/2".</summary>
    private Lane FreeTrackOf(Lane lane)
    {
        var free = lane;
        for (var track = 2; free.IsBusy; track++)
        {
            var name = $"{lane.Name}/{track}";
            free = _lanesByName.GetValueOrDefault(name) ?? AddLane(name);
        }

        return free;
    }
}

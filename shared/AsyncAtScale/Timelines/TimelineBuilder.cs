using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>Turns the record into a timeline.</summary>
internal sealed class TimelineBuilder(
    EventLog events,
    TextTable texts,
    IReadOnlyList<Lane> lanes,
    IReadOnlyList<CounterTrack> counters,
    IReadOnlyList<object> details)
{
    private readonly List<Span> _spans = [];
    private readonly List<int> _begins = [];
    private readonly List<Instant> _instants = [];
    private readonly List<Wake> _wakes = [];
    private readonly List<LaneLife> _lives = [];
    private readonly Dictionary<int, int> _openSpans = [];
    private readonly Dictionary<int, int> _openLives = [];
    private readonly List<CounterPoint>[] _points = [.. counters.Select(_ => new List<CounterPoint>())];
    private int _entry;

    public Timeline Build(string title, Outcome outcome, TimeSpan total)
    {
        foreach (var entry in events.InOrder())
        {
            Add(entry);
            _entry++;
        }

        CloseOpenSpans(outcome);
        var recorded = _spans.Where(span => !IsNothing(span)).ToList();
        var derived = new DerivedWaits(recorded, _lives, outcome, total).Find();
        return new Timeline
        {
            Title = title,
            Outcome = outcome,
            Total = total,
            Spans = [.. recorded.Concat(derived).OrderBy(span => span.Start)],
            Instants = _instants,
            Counters = [.. counters.Select((track, number) => new Counter(track.Name, track.Limit, Settle(_points[number])))],
            Wakes = _wakes,
            Lanes = _lives,
        };
    }

    private void Add(RecordedEvent entry)
    {
        var at = TimeSpan.FromTicks(entry.At);
        switch (entry.Kind)
        {
            case EventKind.LaneStart:
                StartLane(entry, at);
                break;
            case EventKind.LaneEnd:
                EndLane(entry, at);
                break;
            case EventKind.Begin:
                BeginSpan(entry, at);
                break;
            case EventKind.End:
                EndSpan(entry, at);
                break;
            case EventKind.Instant:
                _instants.Add(new Instant(lanes[entry.Subject].Name, texts[entry.Text]!, at, Detail(entry.Value)));
                break;
            case EventKind.Counter:
                _points[entry.Subject].Add(new CounterPoint(at, entry.Value));
                break;
            case EventKind.TimeUp:
                CutOffWaits(lanes[entry.Subject].Name, entry.Value);
                break;
        }
    }

    private void StartLane(RecordedEvent entry, TimeSpan at)
    {
        var (lane, parent) = (lanes[entry.Subject].Name, NameOf(entry.Cause));
        _openLives[entry.Subject] = _lives.Count;
        _lives.Add(new LaneLife(lane, parent, at, null, Ending.Abandoned));
        if (parent is not null)
        {
            _wakes.Add(new Wake(at, lane, parent, WakeKind.Start));
        }
    }

    private void EndLane(RecordedEvent entry, TimeSpan at)
    {
        if (_openLives.Remove(entry.Subject, out var life))
        {
            _lives[life] = _lives[life] with { End = at, Ending = entry.Ending };
        }
    }

    private void BeginSpan(RecordedEvent entry, TimeSpan at)
    {
        _openSpans[entry.Subject] = _spans.Count;
        _begins.Add(_entry);
        _spans.Add(new Span(
            lanes[entry.Subject].Name,
            entry.Activity,
            Ending.Abandoned,
            texts[entry.Text],
            texts[entry.Reason],
            at,
            null));
    }

    private void EndSpan(RecordedEvent entry, TimeSpan at)
    {
        if (!_openSpans.Remove(entry.Subject, out var index))
        {
            return;
        }

        var span = _spans[index] with { End = at, Ending = entry.Ending };
        _spans[index] = span;
        var isWake = span.Activity == Activity.Waiting || entry.Ending == Ending.Cancelled;
        if (isWake && !IsNothing(span))
        {
            _wakes.Add(new Wake(at, span.Lane, NameOf(entry.Cause), entry.Wake));
        }
    }

    private void CutOffWaits(string lane, int since)
    {
        for (var index = _spans.Count - 1; index >= 0 && _begins[index] >= since; index--)
        {
            if (_spans[index] is { Activity: Activity.Waiting, Ending: Ending.Cancelled } wait && wait.Lane == lane)
            {
                _spans[index] = wait with { Ending = Ending.TimedOut };
            }
        }
    }

    private void CloseOpenSpans(Outcome outcome)
    {
        if (outcome != Outcome.Deadlock)
        {
            return;
        }

        foreach (var index in _openSpans.Values)
        {
            _spans[index] = _spans[index] with { Ending = Ending.Stuck };
        }
    }

    private string? NameOf(int lane) => lane < 0 ? null : lanes[lane].Name;

    private JsonObject Detail(int number) => (number < 0 ? null : JsonFacts.Of(details[number])) switch
    {
        null => [],
        JsonObject members => members,
        var value => new JsonObject { ["value"] = value },
    };

    /// <summary>A wait that lasted no time and ended well is not worth a span.</summary>
    private static bool IsNothing(Span span) =>
        span is { Activity: Activity.Waiting, Ending: Ending.Normal } && span.Start == span.End;

    /// <summary>Keeps the last value of each moment, and of those only the changes.</summary>
    private static List<CounterPoint> Settle(List<CounterPoint> points)
    {
        var settled = new List<CounterPoint>();
        for (var index = 0; index < points.Count; index++)
        {
            var isLastOfMoment = index == points.Count - 1 || points[index + 1].At != points[index].At;
            if (isLastOfMoment && (settled.Count == 0 || settled[^1].Value != points[index].Value))
            {
                settled.Add(points[index]);
            }
        }

        return settled;
    }
}

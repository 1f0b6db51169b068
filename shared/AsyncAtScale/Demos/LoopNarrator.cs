using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Listens to a virtual loop and writes its log.</summary>
internal sealed class LoopNarrator : ILoopObserver
{
    private readonly Lock _gate = new();
    private readonly List<LoopStep> _steps = [];
    private readonly Dictionary<object, (int Entry, string? By)> _queued = new(ReferenceEqualityComparer.Instance);
    private VirtualLoop? _loop;
    private string? _running;
    private LoopTurn _turn;
    private TimeSpan _begin;
    private int _begun;
    private int _entry;
    private string? _by;
    private int _recorded;
    private int _ready;

    public LoopLog Log => new(_steps);

    /// <summary>Before the first lane begins.</summary>
    public void Follow(VirtualLoop loop)
    {
        _loop = loop;
        loop.Recorder!.Entered = OnEntered;
    }

    public void Ready(TimeSpan at, object? step, Lane? by)
    {
        lock (_gate)
        {
            _ready++;
            if (step is not null)
            {
                _queued[step] = (_steps.Count, by?.Name);
            }

            Add(new LoopStep(at, LoopStepKind.Ready, null, by is null ? "can run" : $"can run, thanks to {LaneNames.Short(by.Name)}", _ready));
        }
    }

    public void Slept(TimeSpan from, TimeSpan until)
    {
        if (until > from)
        {
            Add(new LoopStep(from, LoopStepKind.Wait, null, $"nothing is ready: sleeps until {Words.Seconds(until)}", 0));
        }
    }

    public void Begins(TimeSpan at, LoopTurn turn, object? step)
    {
        lock (_gate)
        {
            _ready -= turn == LoopTurn.Step ? 1 : 0;
            (_entry, _by) = step is not null && _queued.Remove(step, out var queued) ? queued : (-1, null);
            (_turn, _begin, _running) = (turn, at, (step as ScheduledCall)?.LaneName);
            _recorded = _loop?.Recorder?.EventCount ?? 0;
            Add(new LoopStep(at, turn == LoopTurn.Timer ? LoopStepKind.Timer : LoopStepKind.Run, null, "", _ready));
            _begun = _steps.Count - 1;
        }
    }

    public void Ends(TimeSpan at)
    {
        lock (_gate)
        {
            var what = LoopWords.Of(_loop!.Recorder!.Since(_recorded));
            _steps[_begun] = _steps[_begun] with { Lane = _running, What = what.Length > 0 ? what : Plain() };
            if (_entry >= 0)
            {
                var ready = _steps[_entry] with { Lane = _running };
                _steps[_entry] = _by is not null && _by == _running ? ready with { What = "joins the queue" } : ready;
            }

            var loop = EventLoop.Of(_loop);
            if (loop.IsDebug && (at - _begin).TotalSeconds >= loop.SlowCallback)
            {
                Add(new LoopStep(at, LoopStepKind.Warning, _running, $"held the thread for {Words.Seconds(at - _begin)}: nobody else could run", _ready));
            }
        }
    }

    private string Plain() => _turn == LoopTurn.Timer ? "its timer is due" : "goes on";

    private void OnEntered(Lane lane)
    {
        if (_loop!.IsOnLoopThread)
        {
            _running ??= lane.Name;
        }
    }

    private void Add(LoopStep step) => _steps.Add(step);
}

using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// A server that turns nobody away: it works off all calls one by one, in the order of arrival, and never learns that a
/// caller has hung up. Records the counters "server-in-flight", all calls it holds, and "for-nobody", those of them
/// whose caller has gone; the call itself is running work of its caller's lane. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var server = new QueueingServer(seconds: 0.3);
/// var run = await Demo.Run("Three calls, half a second of patience", async () =>
/// {
///     await Gather.SettledAsync(Enumerable.Range(1, 3)
///         .Select(_ =&gt; Deadline.CancelAfterAsync(server.Call, TimeSpan.FromSeconds(0.5))).ToArray());
///     return $"{server.Answered} answered, {server.Wasted} for nobody";
/// });
/// run.Result // 1 answered, 2 for nobody
/// </code>
/// </example>
/// <param name="seconds">How long it works on each call.</param>
/// <param name="pausesAt">When it stops working, in seconds since the start of the run.</param>
/// <param name="resumesAt">When it goes on; what it was working on at <paramref name="pausesAt"/> is done first.</param>
public sealed class QueueingServer(double seconds, double pausesAt = 0, double resumesAt = 0)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _service = Duration.Of(seconds);
    private readonly TimeSpan _pause = Duration.Of(pausesAt);
    private readonly TimeSpan _resume = Duration.Of(resumesAt);
    private TimeSpan _freeAt;
    private CounterTrack? _held;
    private CounterTrack? _forNobody;
    private int _inFlight;
    private int _abandoned;

    /// <summary>How many calls have arrived.</summary>
    public int Received { get; private set; }

    /// <summary>How many callers have had their answer.</summary>
    public int Answered { get; private set; }

    /// <summary>How many callers hung up before their answer; the server works on their calls all the same.</summary>
    public int Wasted { get; private set; }

    /// <summary>One call.</summary>
    /// <param name="cancellationToken">Lets the caller hang up; the server does not hear of it.</param>
    /// <exception cref="InvalidOperationException">Called outside a recorded run.</exception>
    public async Task Call(CancellationToken cancellationToken = default)
    {
        var lane = Lane.Current ?? throw new InvalidOperationException("A queueing server keeps the time of a run: call it inside one.");
        var call = new Held();
        var work = WorkOn(call, lane);
        try
        {
            await SimulatedWork.Run(() => work.WaitAsync(cancellationToken), "call", cancellationToken);
        }
        catch (OperationCanceledException)
        {
            HangUp(call, lane);
            throw;
        }
    }

    private async Task WorkOn(Held call, Lane lane)
    {
        await Task.Delay(Accept(lane), AmbientClock.Current);
        lock (_gate)
        {
            call.IsOver = true;
            _inFlight--;
            _abandoned -= call.IsAbandoned ? 1 : 0;
            Answered += call.IsAbandoned ? 0 : 1;
            Record(lane);
        }
    }

    /// <summary>How long until a call that arrives now is done: whoever was here before comes first.</summary>
    private TimeSpan Accept(Lane lane)
    {
        lock (_gate)
        {
            var now = lane.Recorder.Elapsed;
            var begin = _freeAt > now ? _freeAt : now;
            begin = begin >= _pause && begin < _resume ? _resume : begin;
            _freeAt = begin + _service;
            Received++;
            _inFlight++;
            Record(lane);
            return _freeAt - now;
        }
    }

    private void HangUp(Held call, Lane lane)
    {
        lock (_gate)
        {
            if (call.IsOver)
            {
                return; // the answer and the end of patience in one moment: the work was done, only not waited for
            }

            call.IsAbandoned = true;
            Wasted++;
            _abandoned++;
            Record(lane);
        }
    }

    private void Record(Lane lane)
    {
        if (_held?.Recorder != lane.Recorder)
        {
            _held = lane.Recorder.NewCounter("server-in-flight");
            _forNobody = lane.Recorder.NewCounter("for-nobody");
        }

        _held.Set(_inFlight);
        _forNobody!.Set(_abandoned);
    }

    /// <summary>What the server knows of a call, and what it does not.</summary>
    private sealed class Held
    {
        public bool IsOver { get; set; }

        public bool IsAbandoned { get; set; }
    }
}

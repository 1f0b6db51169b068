using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// A server that serves a limited number of calls at a time and turns the rest away at once with status 429.
/// Records "answer" in the caller's lane and the counter "server-in-flight". Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var server = new ModelServer(limit: 2, seconds: 0.1);
/// var run = await Demo.Run("Three calls, room for two", () => Task.WhenAll(server.Call(), server.Call(), server.Call()));
/// string.Join(", ", run.Result) // 200, 200, 429
/// </code>
/// </example>
/// <param name="limit">How many calls it serves at a time.</param>
/// <param name="seconds">How long it serves each.</param>
/// <param name="name">Tells its counter from another server's in a chart; null if there is only one.</param>
public sealed class ModelServer(int limit, double seconds, string? name = null)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _service = Duration.Of(seconds);
    private CounterTrack? _counter;
    private int _inFlight;

    /// <summary>One call.</summary>
    /// <returns>200 when it has been served, 429 at once if the server is full.</returns>
    public async Task<int> Call(CancellationToken cancellationToken = default)
    {
        var status = await Serve(cancellationToken);
        Timelines.Lane.Current?.Instant("answer", new { status });
        return status;
    }

    private async Task<int> Serve(CancellationToken cancellationToken)
    {
        if (!TryBegin())
        {
            return 429;
        }

        try
        {
            await SimulatedWork.Run(_service, "served", null, cancellationToken);
            return 200;
        }
        finally
        {
            Change(-1);
        }
    }

    private bool TryBegin()
    {
        lock (_gate)
        {
            if (_inFlight >= limit)
            {
                return false;
            }

            Change(+1);
            return true;
        }
    }

    private void Change(int by)
    {
        lock (_gate)
        {
            _inFlight += by;
            if (Timelines.Lane.Current is not { } lane)
            {
                return;
            }

            if (_counter?.Recorder != lane.Recorder)
            {
                _counter = lane.Recorder.NewCounter(name is null ? "server-in-flight" : $"server-in-flight {name}", limit);
            }

            _counter.Set(_inFlight);
        }
    }
}

using System.Collections.Concurrent;

namespace Vendor;

/// <summary>One region of the vendor between two resets: limits, sessions, and who is inside. Thread-safe.</summary>
internal sealed class Region(Limits limits)
{
    private readonly Lock _gate = new();
    private readonly Queue<double> _starts = new();
    private readonly ConcurrentDictionary<string, int> _visits = new();
    private readonly ConcurrentDictionary<string, bool> _sessions = new();
    private int _inFlight;

    public Limits Limits { get; } = limits;

    public RegionLog Log { get; } = new();

    public async Task<string> OpenSession(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(Limits.Session), cancellationToken);
        var token = Guid.NewGuid().ToString("N");
        _sessions[token] = true;
        return token;
    }

    public bool Knows(string? token) => Limits.Session == 0 || (token is not null && _sessions.ContainsKey(token));

    /// <summary>Lets a request in, or says how many whole seconds its client is to wait.</summary>
    public bool TryEnter(out int retryAfter)
    {
        lock (_gate)
        {
            var now = Log.Now;
            while (_starts.TryPeek(out var oldest) && now - oldest >= Limits.Window)
            {
                _starts.Dequeue();
            }

            retryAfter = _inFlight >= Limits.InFlight ? Limits.RetryAfter
                : _starts.Count >= Limits.Rate ? Math.Max(Limits.RetryAfter, (int)Math.Ceiling(_starts.Peek() + Limits.Window - now))
                : 0;
            if (_inFlight >= Limits.InFlight || _starts.Count >= Limits.Rate)
            {
                return false;
            }

            _starts.Enqueue(now);
            Log.InFlight(++_inFlight);
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            Log.InFlight(--_inFlight);
        }
    }

    /// <summary>Works on a request that was let in.</summary>
    /// <returns>The status of its answer.</returns>
    public async Task<int> Work(string asked, CancellationToken cancellationToken)
    {
        var fate = Fates.Of(Limits, asked, _visits.AddOrUpdate(asked, 1, static (_, visits) => visits + 1));
        var time = fate switch
        {
            Fate.Hung => Timeout.InfiniteTimeSpan,
            Fate.Slow => TimeSpan.FromSeconds(Limits.SlowLatency),
            _ => TimeSpan.FromSeconds(Limits.Latency),
        };
        await Task.Delay(time, cancellationToken);
        return fate == Fate.Failed ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
    }
}

using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A limit on how <em>fast</em>: at most so many starts within any stretch of time of a given length.
/// </summary>
/// <remarks>
/// <para>Strictly first come, first served; no lock is held while anybody waits. Thread-safe. Runs on the ambient clock, which
/// the replenishing limiters of <c>System.Threading.RateLimiting</c> cannot.</para>
/// <para>On a recorded run it writes "arrived" and the wait for the window to move on.</para>
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("Three in two seconds", async () =>
/// {
///     var limiter = new SlidingWindowLimiter(3, TimeSpan.FromSeconds(2));
///     for (var request = 1; request &lt;= 7; request++)
///     {
///         await limiter.AcquireAsync();
///     }
///
///     return Demo.Now;
/// });
/// run.Result // 4
/// </code>
/// </example>
public sealed class SlidingWindowLimiter
{
    private readonly Lock _gate = new();
    private readonly WaitLine<bool> _waiters;
    private readonly Queue<long> _starts = new();
    private readonly TimeProvider _clock = AmbientClock.Current;
    private readonly TimeSpan _window;
    private readonly int _limit;
    private ITimer? _timer;

    /// <summary>A limiter on the ambient clock.</summary>
    /// <param name="limit">How many may start within the window; at least 1.</param>
    /// <param name="window">The length of the window.</param>
    public SlidingWindowLimiter(int limit, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        (_limit, _window) = (limit, window);
        _waiters = new WaitLine<bool>(_gate);
    }

    /// <summary>Returns when the caller may start.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while it waited; its turn goes to the next.</exception>
    public ValueTask AcquireAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var lane = Lane.Current;
        lane?.Instant("arrived");
        Waiter<bool> waiter;
        lock (_gate)
        {
            if (_waiters.Count == 0 && TryStart())
            {
                return default;
            }

            waiter = new Waiter<bool>(_waiters, lane, WaitReason.Timer, "window", cancellationToken);
            _waiters.Add(waiter);
            SetTimer();
        }

        waiter.WatchForCancellation();
        return waiter.Completion;
    }

    private bool TryStart()
    {
        var now = _clock.GetTimestamp();
        while (_starts.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest, now) >= _window)
        {
            _starts.Dequeue();
        }

        if (_starts.Count == _limit)
        {
            return false;
        }

        _starts.Enqueue(now);
        return true;
    }

    private void SetTimer()
    {
        if (_waiters.Count == 0)
        {
            return;
        }

        var due = _window - _clock.GetElapsedTime(_starts.Peek());
        _timer ??= NewTimer();
        _timer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It serves all who ever wait: it must not run in the lane of the first of them.</summary>
    private ITimer NewTimer()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return _clock.CreateTimer(
                static limiter => ((SlidingWindowLimiter)limiter!).MoveOn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void MoveOn()
    {
        List<Waiter<bool>> next = [];
        lock (_gate)
        {
            while (_waiters.Count > 0 && TryStart())
            {
                var waiter = _waiters.TakeFirst()!;
                waiter.RecordTimer();
                next.Add(waiter);
            }

            SetTimer();
        }

        next.ForEach(static waiter => waiter.Complete(true));
    }
}

using AsyncAtScale.Loop;

namespace AsyncAtScale.Demos;

/// <summary>
/// The thread pool with few threads, as in a small container, until it is disposed of. For runs at the real pace: it is the
/// pool of the whole process, and the limits that it had come back in any case.
/// </summary>
public sealed class SmallPool : IDisposable
{
    private static readonly TimeSpan LookingAround = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _over = new();
    private readonly Lock _gate = new();
    private readonly (int Workers, int Ports) _min;
    private readonly (int Workers, int Ports) _max;
    private bool _isRestored;

    private SmallPool(int threads, TimeSpan relief)
    {
        ThreadPool.GetMinThreads(out _min.Workers, out _min.Ports);
        ThreadPool.GetMaxThreads(out _max.Workers, out _max.Ports);
        Limit(threads + ThreadsOfOthers());
        new Thread(() => RelieveAfter(relief)) { IsBackground = true, Name = nameof(SmallPool) }.Start();
    }

    /// <summary>Gives the pool so many threads, beside those that somebody else keeps busy right now, and no more.</summary>
    /// <param name="threads">How many, at least one.</param>
    /// <param name="relief">
    /// Seconds after which it gets a thread for everything that waits for one: what holds all the threads may wait for
    /// something that needs one itself, and then nothing else would ever go on.
    /// </param>
    /// <exception cref="InvalidOperationException">A run at virtual pace goes on here, which sets the pool's limits itself.</exception>
    public static SmallPool Of(int threads, double relief = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return VirtualLoop.Current is null
            ? new SmallPool(threads, Duration.Of(relief))
            : throw new InvalidOperationException("A run at virtual pace uses no pool: pass Pace.Real.");
    }

    /// <summary>The pool has the limits again that it had.</summary>
    public void Dispose()
    {
        _over.Set();
        lock (_gate)
        {
            if (!_isRestored)
            {
                _isRestored = true;
                ThreadPool.SetMaxThreads(_max.Workers, _max.Ports);
                ThreadPool.SetMinThreads(_min.Workers, _min.Ports);
            }
        }
    }

    /// <summary>The least that is seen for a while: what is busy for a moment only will be ours.</summary>
    private static int ThreadsOfOthers()
    {
        var mine = Thread.CurrentThread.IsThreadPoolThread ? 1 : 0;
        var start = WallClock.Timestamp;
        var least = PoolThreads.Busy();
        while (least > mine && WallClock.Since(start) < LookingAround)
        {
            WallClock.Sleep(TimeSpan.FromMilliseconds(1));
            least = Math.Min(least, PoolThreads.Busy());
        }

        return Math.Max(0, least - mine);
    }

    private void Limit(int threads)
    {
        ThreadPool.SetMinThreads(1, _min.Ports); // neither limit may pass the other on the way
        ThreadPool.SetMaxThreads(threads, _max.Ports);
        ThreadPool.SetMinThreads(threads, _min.Ports);
    }

    /// <summary>From a thread of its own: the pool could not do it.</summary>
    private void RelieveAfter(TimeSpan relief)
    {
        if (_over.Wait(relief))
        {
            return;
        }

        lock (_gate)
        {
            if (!_isRestored)
            {
                var needed = Math.Max(_min.Workers, PoolThreads.Busy() + (int)ThreadPool.PendingWorkItemCount + 1);
                ThreadPool.SetMaxThreads(Math.Max(needed, _max.Workers), _max.Ports);
                ThreadPool.SetMinThreads(needed, _min.Ports);
            }
        }
    }
}

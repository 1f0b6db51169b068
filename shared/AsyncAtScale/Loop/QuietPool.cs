namespace AsyncAtScale.Loop;

/// <summary>
/// Keeps the thread pool in step with a virtual run. Much of the BCL resumes on the pool whatever the context
/// is (<c>SemaphoreSlim.WaitAsync(token)</c>, <c>ReadAllAsync</c>, <c>WhenEach</c>, <c>Parallel.ForEachAsync</c>,
/// <c>ConfigureAwait(false)</c>). So the pool gets one thread for us while the loop runs, which makes it first-in
/// first-out, and before each step the loop waits until nothing of ours is queued or running there.
/// </summary>
internal sealed class QuietPool : IDisposable
{
    private static readonly TimeSpan HostThreadPatience = TimeSpan.FromMilliseconds(50);

    private readonly (int Workers, int Ports) _min;
    private readonly (int Workers, int Ports) _max;
    private int _hostThreads;
    private int _ourThreads;

    public QuietPool()
    {
        _hostThreads = BusyThreads();
        ThreadPool.GetMinThreads(out _min.Workers, out _min.Ports);
        ThreadPool.GetMaxThreads(out _max.Workers, out _max.Ports);
        ThreadPool.SetMinThreads(1, _min.Ports);
        ThreadPool.SetMaxThreads(_hostThreads + 1, _max.Ports);
    }

    public void Dispose()
    {
        ThreadPool.SetMaxThreads(_max.Workers, _max.Ports);
        ThreadPool.SetMinThreads(_min.Workers, _min.Ports);
    }

    /// <summary>A pool thread began to run code that belongs to this run.</summary>
    public void Enter() => Interlocked.Increment(ref _ourThreads);

    /// <summary>A pool thread left the code of this run.</summary>
    public void Leave() => Interlocked.Decrement(ref _ourThreads);

    /// <summary>Waits until nothing of ours is queued or running on the pool.</summary>
    /// <returns>False if a pool thread was still busy after <paramref name="patience"/>.</returns>
    public bool WaitUntilQuiet(TimeSpan patience) => IsQuiet() || WaitLonger(patience);

    private static int BusyThreads()
    {
        ThreadPool.GetAvailableThreads(out var free, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return most - free;
    }

    /// <summary>Asked in this order: queued, running on a pool thread; the caller then looks at its own queue.</summary>
    private bool IsQuiet()
    {
        if (ThreadPool.PendingWorkItemCount != 0)
        {
            return false;
        }

        var busy = BusyThreads();
        _hostThreads = Math.Min(_hostThreads, busy);
        return busy <= _hostThreads && Volatile.Read(ref _ourThreads) == 0;
    }

    private bool WaitLonger(TimeSpan patience)
    {
        var start = WallClock.Timestamp;
        var spin = default(SpinWait);
        var host = new HostThreadWatch();
        while (!IsQuiet())
        {
            Pause(ref spin);
            var nothingOfOurs = ThreadPool.PendingWorkItemCount == 0 && Volatile.Read(ref _ourThreads) == 0;
            if (host.SeesSteadyHost(nothingOfOurs))
            {
                _hostThreads = BusyThreads();
            }

            if (WallClock.Since(start) > patience)
            {
                return false;
            }
        }

        return true;
    }

    private static void Pause(ref SpinWait spin)
    {
        if (spin.Count < 60)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
        else
        {
            WallClock.Sleep(TimeSpan.Zero);
        }
    }

    /// <summary>A thread that stays busy while nothing of ours is there, and completes nothing, is the host's.</summary>
    private struct HostThreadWatch
    {
        private long _completed = -1;
        private long _since = WallClock.Timestamp;

        public HostThreadWatch()
        {
        }

        public bool SeesSteadyHost(bool nothingOfOurs)
        {
            var completed = nothingOfOurs ? ThreadPool.CompletedWorkItemCount : -2;
            if (completed != _completed)
            {
                (_completed, _since) = (completed, WallClock.Timestamp);
                return false;
            }

            return nothingOfOurs && WallClock.Since(_since) > HostThreadPatience;
        }
    }
}

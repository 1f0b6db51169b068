namespace AsyncAtScale.Loop;

/// <summary>
/// Keeps the thread pool in step with a virtual run. Much of the BCL resumes on the pool whatever the context
/// is (<c>SemaphoreSlim.WaitAsync(token)</c>, <c>ReadAllAsync</c>, <c>WhenEach</c>, <c>Parallel.ForEachAsync</c>,
/// <c>ConfigureAwait(false)</c>). So the pool gets one thread for us while the loop runs, which makes it first-in
/// first-out, and that thread and the loop's take turns: what a step queues waits for the end of the step, and the
/// next step waits until nothing of ours is queued or running there.
/// </summary>
/// <remarks>
/// The host uses the pool too. Its short work we share the thread with; a thread that it blocks gets a place beside ours.
/// Such a thread may come back at any moment and take work of ours: it is kept at the door until it is its turn, and its
/// place is taken back.
/// </remarks>
internal sealed class QuietPool : IDisposable
{
    /// <summary>
    /// How long we wait for a thread that came back from a call of the host to get from the queue to our door: much more than
    /// it takes if nobody interrupts it, and still bearable before every step beside a host that never rests.
    /// </summary>
    private static readonly TimeSpan WayToTheDoor = TimeSpan.FromMicroseconds(200);

    /// <summary>What the host does on the pool mostly takes microseconds; what takes longer than this counts as steady.</summary>
    private static readonly TimeSpan PatienceWithHost = TimeSpan.FromMilliseconds(50);

    /// <summary>If the host kept a thread busy throughout the last run's patience, less of it is enough.</summary>
    private static readonly TimeSpan PatienceWithSteadyHost = TimeSpan.FromMilliseconds(2);

    private static bool _hasSteadyHost;

    private readonly PoolPlug _plug = new();
    private readonly Turnstile _door = new();
    private readonly (int Workers, int Ports) _min;
    private readonly (int Workers, int Ports) _max;
    private readonly int _callers;
    private HostWatch _host;
    private int _limit;
    private long _noticed;

    /// <param name="callers">How many of the pool's threads wait for this run to end: 0 or 1.</param>
    public QuietPool(int callers)
    {
        ThreadPool.GetMinThreads(out _min.Workers, out _min.Ports);
        ThreadPool.GetMaxThreads(out _max.Workers, out _max.Ports);
        _callers = callers;
        Limit(PoolThreads.Busy() + 1);
        _plug.Insert();
    }

    /// <summary>Threads that the host blocks.</summary>
    private int Blocked => _limit - _callers - 1;

    public void Dispose()
    {
        _door.Dispose();
        _plug.Dispose();
        ThreadPool.SetMaxThreads(_max.Workers, _max.Ports);
        ThreadPool.SetMinThreads(_min.Workers, _min.Ports);
    }

    /// <summary>A thread is about to run code that belongs to this run; nobody else does until it leaves.</summary>
    public void Enter() => _door.Enter();

    /// <summary>It has left that code.</summary>
    public void Leave() => _door.Leave();

    /// <summary>
    /// Takes possession: waits until the pool's thread is ours, and until threads that an earlier run or the host
    /// used for a moment have gone. If they counted as the host's, we would have more than one.
    /// </summary>
    /// <param name="patience">How long to wait for the thread.</param>
    /// <returns>False if there was no thread within <paramref name="patience"/>.</returns>
    public bool Begin(TimeSpan patience)
    {
        if (!WaitUntilQuiet(patience))
        {
            return false;
        }

        var start = WallClock.Timestamp;
        var limit = _hasSteadyHost ? PatienceWithSteadyHost : PatienceWithHost;
        var spin = default(SpinWait);
        while (PoolThreads.Busy() > _callers + 1 && WallClock.Since(start) < limit)
        {
            Pause(ref spin);
        }

        TakeBackSpareThreads();
        _hasSteadyHost = Blocked > 0;
        return WaitUntilQuiet(patience);
    }

    /// <summary>Waits until nothing of ours is queued or running on the pool; nothing will, until the next call.</summary>
    /// <returns>False if a pool thread was still busy after <paramref name="patience"/>.</returns>
    public bool WaitUntilQuiet(TimeSpan patience) => IsQuiet() || WaitLonger(patience);

    /// <summary>Lets the pool run while the loop's thread is blocked: it may be what the thread waits for.</summary>
    public void RunWhileBlocked()
    {
        if (_plug.IsIn)
        {
            _plug.Pull();
            _plug.Insert();
        }
    }

    /// <summary>Whether nothing of ours is queued or running. Asked in this order: threads that could queue something, the pool's own thread, its queue.</summary>
    public bool IsQuiet()
    {
        if (!_door.IsEmpty || !_plug.IsIn || ThreadPool.PendingWorkItemCount != 0 || IsSomebodyOnTheWay())
        {
            return false;
        }

        TakeBackSpareThreads();
        _host.Rest();
        return true;
    }

    /// <summary>As <see cref="IsQuiet"/>, for somebody who asks again and again: a thread that the host took from us is replaced.</summary>
    public bool IsQuietByNow()
    {
        if (IsQuiet())
        {
            return true;
        }

        if (_host.HasTakenOurThread(_door.IsEmpty && !_plug.IsIn))
        {
            Limit(_limit + 1);
        }

        return false;
    }

    /// <summary>
    /// A thread that the host blocked and that came back has either gone to rest, or begun with something else of the host's,
    /// or taken work of ours and not come to the door yet.
    /// </summary>
    private bool IsSomebodyOnTheWay()
    {
        if (Blocked <= 0 || !_plug.HasAnybodyMoved)
        {
            _noticed = 0;
            return false;
        }

        if (_noticed == 0)
        {
            _noticed = WallClock.Timestamp;
        }

        if (PoolThreads.Busy() == _limit && WallClock.Since(_noticed) < WayToTheDoor)
        {
            return true;
        }

        _plug.NoteMoves();
        _noticed = 0;
        return false;
    }

    /// <summary>A thread that the host has left would be a second one for us.</summary>
    private void TakeBackSpareThreads()
    {
        ThreadPool.GetAvailableThreads(out var free, out _);
        if (free > 0)
        {
            Limit(_limit - free);
        }
    }

    /// <summary>
    /// As minimum and maximum: between the two the pool tries out smaller numbers, and a number that leaves no thread
    /// beside those that are blocked it corrects only after half a second or more.
    /// </summary>
    private void Limit(int threads)
    {
        _limit = threads;
        ThreadPool.SetMinThreads(1, _min.Ports); // neither limit may pass the other on the way
        ThreadPool.SetMaxThreads(threads, _max.Ports);
        ThreadPool.SetMinThreads(threads, _min.Ports);
    }

    private bool WaitLonger(TimeSpan patience)
    {
        var start = WallClock.Timestamp;
        var spin = default(SpinWait);
        while (!IsQuietByNow())
        {
            if (ThreadPool.PendingWorkItemCount != 0)
            {
                RunWhileBlocked();
            }

            if (WallClock.Since(start) > patience)
            {
                return false;
            }

            Pause(ref spin);
        }

        return true;
    }

    private void Pause(ref SpinWait spin)
    {
        if (spin.Count < 20)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
        else
        {
            _plug.WaitUntilIn(TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>The host uses the pool too. If calls of its own do not end, they keep the thread and we get another.</summary>
    private struct HostWatch
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

        private long _since;

        /// <summary>Forgets what it saw: the thread is ours.</summary>
        public void Rest() => _since = 0;

        /// <param name="isForeign">Whether the thread is out and does nothing of ours.</param>
        public bool HasTakenOurThread(bool isForeign)
        {
            var isTaken = isForeign && _since != 0 && WallClock.Since(_since) >= Patience;
            if (!isForeign)
            {
                Rest();
            }
            else if (_since == 0 || isTaken)
            {
                _since = WallClock.Timestamp;
            }

            return isTaken;
        }
    }
}

namespace AsyncAtScale.Loop;

/// <summary>
/// Virtual time and the timers set on it, ordered by when they fall due, then by when they were set.
/// Thread-safe: a timer may be set from a pool thread. Setting and taking cost O(log n).
/// </summary>
internal sealed class TimerQueue
{
    private const long Removed = -1;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Ticket)> _due = new();
    private long _now;
    private long _tickets;

    /// <summary>Ticks since the start of the run.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <returns>False if the timer has been removed for good.</returns>
    public bool Set(VirtualTimer timer, TimeSpan due, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.Ticket == Removed)
            {
                return false;
            }

            timer.Period = Math.Max(0, period.Ticks);
            timer.Ticket = 0;
            if (due >= TimeSpan.Zero)
            {
                Enqueue(timer, _now + due.Ticks);
            }

            return true;
        }
    }

    public void Remove(VirtualTimer timer)
    {
        lock (_gate)
        {
            timer.Ticket = Removed;
        }
    }

    /// <summary>Lets time pass without firing anything: the thread is blocked, timers that fall due are late.</summary>
    public void Advance(TimeSpan duration)
    {
        lock (_gate)
        {
            Volatile.Write(ref _now, _now + duration.Ticks);
        }
    }

    /// <summary>Moves time to the next timer and returns it; null if none is set.</summary>
    public VirtualTimer? TakeNext() => Take(long.MaxValue);

    /// <summary>The next timer if it is due already; else null.</summary>
    public VirtualTimer? TakeDue() => Take(Now);

    private VirtualTimer? Take(long latest)
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var timer, out var entry))
            {
                var isCurrent = timer.Ticket == entry.Ticket; // else disposed or set anew since
                if (isCurrent && entry.Due > latest)
                {
                    return null;
                }

                _due.Dequeue();
                if (isCurrent)
                {
                    Pass(timer, entry.Due);
                    return timer;
                }
            }

            return null;
        }
    }

    private void Pass(VirtualTimer timer, long due)
    {
        Volatile.Write(ref _now, Math.Max(_now, due));
        timer.Ticket = 0;
        if (timer.Period > 0)
        {
            // A periodic timer keeps its rhythm; ticks missed while a step held the thread come as one.
            Enqueue(timer, due + (((_now - due) / timer.Period) + 1) * timer.Period);
        }
    }

    private void Enqueue(VirtualTimer timer, long due)
    {
        timer.Ticket = ++_tickets;
        _due.Enqueue(timer, (due, timer.Ticket));
    }
}

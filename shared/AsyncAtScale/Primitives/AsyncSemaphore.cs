using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A ceiling for concurrency: at most <see cref="Permits"/> holders at a time (Dijkstra, 1965).
/// </summary>
/// <remarks>
/// <para>Strictly first come, first served: a freed permit goes straight to whoever has waited longest, and no
/// newcomer slips in between. Thread-safe. Entering and leaving cost O(1); entering a free semaphore allocates
/// nothing. Continuations never run inside the call that leaves.</para>
/// <para>A permit is given back by disposing it, once: further attempts do nothing, so more permits than there are
/// can never be in circulation. There is no <c>Release</c> to call without having entered.</para>
/// <para>On a recorded run it writes "arrived", "acquired", "released", the wait with its cause, and the counter
/// "permits-in-use". <c>SemaphoreSlim</c> does the same job in production; it promises no order, and a stray
/// <c>Release</c> raises its ceiling unless it was given a maximum.</para>
/// </remarks>
/// <example>
/// <code>
/// var gate = new AsyncSemaphore(3);
/// var run = await Demo.Run("Nine sessions", () => Task.WhenAll(Enumerable.Range(1, 9).Select(n =>
///     Demo.Lane($"session-{n}", async () =>
///     {
///         using var permit = await gate.EnterAsync(); // waits at the gate
///         await Demo.Work(0.3);                       // at most three at a time
///     }))));                                          // leaving the block gives the permit back
/// run.Elapsed.TotalSeconds // 0.9
/// </code>
/// </example>
public sealed class AsyncSemaphore
{
    private readonly Lock _gate = new();
    private readonly Stack<PermitSlot> _free = new();
    private readonly WaitLine<Permit> _waiters;
    private readonly string _counterName;
    private CounterTrack? _counter;
    private int _inUse;

    /// <summary>A semaphore with the given number of permits, all free.</summary>
    /// <param name="permits">How many may be inside at a time; at least 1.</param>
    /// <param name="name">Tells its counter from another semaphore's in a chart; null if there is only one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permits"/> is less than 1.</exception>
    public AsyncSemaphore(int permits, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        Permits = permits;
        _waiters = new WaitLine<Permit>(_gate);
        _counterName = name is null ? "permits-in-use" : $"permits-in-use {name}";
    }

    /// <summary>How many may be inside at a time.</summary>
    public int Permits { get; }

    /// <summary>How many are inside now.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
            {
                return _inUse;
            }
        }
    }

    /// <summary>How many wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Count;
            }
        }
    }

    /// <summary>Enters as soon as there is a permit; dispose the permit to leave.</summary>
    /// <param name="cancellationToken">Gives up waiting. Whoever has a permit already keeps it.</param>
    /// <exception cref="OperationCanceledException">Cancelled before a permit was free; none was taken.</exception>
    public ValueTask<Permit> EnterAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Permit>(cancellationToken);
        }

        var lane = Lane.Current;
        lane?.Instant("arrived");
        Waiter<Permit> waiter;
        lock (_gate)
        {
            if (_inUse < Permits)
            {
                return new ValueTask<Permit>(Take(lane));
            }

            waiter = new Waiter<Permit>(_waiters, lane, WaitReason.Permit, WaitReason.Permit, cancellationToken);
            _waiters.Add(waiter);
        }

        waiter.WatchForCancellation();
        return waiter.Result;
    }

    /// <summary>Gives a slot back; the longest waiting takes it over.</summary>
    /// <returns>False if the slot had been given back before.</returns>
    internal bool Leave(PermitSlot slot, int lease)
    {
        Waiter<Permit>? next;
        Permit permit;
        lock (_gate)
        {
            if (slot.Lease != lease)
            {
                return false;
            }

            slot.Lease++;
            var lane = Lane.Current;
            lane?.Instant("released");
            next = _waiters.TakeFirst();
            if (next is null)
            {
                _free.Push(slot);
                Count(lane, --_inUse);
                return true;
            }

            next.RecordHandover(lane);
            next.Lane?.Instant("acquired");
            permit = new Permit(slot);
        }

        next.Complete(permit);
        return true;
    }

    private Permit Take(Lane? lane)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = new PermitSlot(this);
        }

        lane?.Instant("acquired");
        Count(lane, ++_inUse);
        return new Permit(slot);
    }

    private void Count(Lane? lane, int value)
    {
        if (lane is null)
        {
            return;
        }

        if (_counter?.Recorder != lane.Recorder)
        {
            _counter = lane.Recorder.NewCounter(_counterName, Permits);
        }

        _counter.Set(value);
    }
}

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A signal that stays: whoever waits before it is set goes on when it is, whoever comes later passes through.
/// Level-triggered: the flag counts, not the moment (asyncio's <c>Event</c>; a manual-reset event in Windows' terms).
/// </summary>
/// <remarks>
/// <para>Setting wakes all waiters in the order in which they came, and never runs them inside the setter's call.
/// Those who wait when it is set go on even if it is cleared a moment later. Thread-safe. Passing costs O(1) and
/// allocates nothing; setting costs O(waiters).</para>
/// <para>On a recorded run it writes "arrived" and "released" in the lane that waits, the wait with its cause, and
/// "set" in the lane that sets. The BCL's nearest is a <c>TaskCompletionSource</c>: one-shot, and unless it was made with
/// <c>RunContinuationsAsynchronously</c> it runs the waiters inside <c>SetResult</c>.</para>
/// </remarks>
/// <example>
/// <code>
/// var ready = new AsyncEvent();
/// var run = await Demo.Run("Start-up", () => Task.WhenAll(
///     Demo.Lane("caller", async () =>
///     {
///         await ready.WaitAsync();
///         await Demo.Work(0.1);
///     }),
///     Demo.Lane("initialiser", async () =>
///     {
///         await Demo.Work(0.5);
///         ready.Set(); // the caller goes on; whoever comes later passes through
///     })));
/// run.Elapsed.TotalSeconds // 0.6
/// </code>
/// </example>
public sealed class AsyncEvent
{
    private readonly Lock _gate = new();
    private readonly WaitLine<bool> _waiters;
    private Crowd? _crowd; // the last in line, if it is one
    private bool _isSet;

    /// <summary>An event that is not set.</summary>
    public AsyncEvent() => _waiters = new WaitLine<bool>(_gate);

    /// <summary>Whether it is set.</summary>
    public bool IsSet => Volatile.Read(ref _isSet);

    /// <summary>False for an event that is a part of another primitive, which records itself.</summary>
    internal bool IsRecorded { get; init; } = true;

    /// <summary>How many wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Heads;
            }
        }
    }

    /// <summary>Passes at once if the event is set, else waits until it is.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the event was set.</exception>
    public ValueTask WaitAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var current = Lane.Current;
        var isOneOfMany = current is null && !cancellationToken.CanBeCanceled;
        if (isOneOfMany && Volatile.Read(ref _crowd) is { } crowd)
        {
            return new ValueTask(crowd.Join()); // if it has been woken meanwhile, this one came just before
        }

        var lane = IsRecorded ? current : null;
        lane?.Instant("arrived", new { is_set = IsSet });
        Waiter<bool> waiter;
        lock (_gate)
        {
            if (_isSet)
            {
                lane?.Instant("released");
                return default;
            }

            if (isOneOfMany)
            {
                return new ValueTask(ShareAPlace());
            }

            waiter = new Waiter<bool>(_waiters, lane, WaitReason.Event, WaitReason.Event, cancellationToken);
            _waiters.Add(waiter);
            _crowd = null;
        }

        waiter.WatchForCancellation();
        return waiter.Completion;
    }

    /// <summary>Sets the event and wakes all who wait. Does nothing if it is set already.</summary>
    public void Set()
    {
        List<Waiter<bool>> woken = [];
        lock (_gate)
        {
            if (_isSet)
            {
                return;
            }

            Volatile.Write(ref _isSet, true);
            var setter = IsRecorded ? Lane.Current : null;
            setter?.Instant("set", new { waiting = _waiters.Heads });
            _crowd = null;
            while (_waiters.TakeFirst() is { } waiter)
            {
                waiter.RecordHandover(setter);
                waiter.Lane?.Instant("released");
                woken.Add(waiter);
            }
        }

        woken.ForEach(static waiter => waiter.Complete(true));
    }

    /// <summary>Clears the event: from now on callers wait again.</summary>
    public void Clear() => Volatile.Write(ref _isSet, false);

    private Task ShareAPlace()
    {
        if (_crowd is null)
        {
            var crowd = new Crowd(_waiters);
            _waiters.Add(crowd);
            Volatile.Write(ref _crowd, crowd);
        }

        return _crowd.Join();
    }
}

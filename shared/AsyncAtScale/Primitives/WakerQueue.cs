using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Who ended whose wait, at a channel that does not say. Channels serve those who wait in the order in which they
/// came, so the first lane to hand something over is the cause of the first wait to end. Thread-safe.
/// </summary>
internal sealed class WakerQueue
{
    private readonly Lock _gate = new();
    private readonly Queue<Lane?> _wakers = new();
    private int _waiting;

    /// <summary>A lane has handed something over without waiting itself: to whoever has waited longest, if anybody waits.</summary>
    public void Woke(Lane? waker)
    {
        if (Volatile.Read(ref _waiting) == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_waiting > _wakers.Count)
            {
                _wakers.Enqueue(waker);
            }
        }
    }

    /// <summary>Records a wait whose cause will be known when it ends.</summary>
    public async Task WaitFor(string label, string reason, Task wait)
    {
        if (wait.IsCompleted)
        {
            await wait;
            return;
        }

        Join();
        var isInLine = true;
        try
        {
            await RecordedWait.For(label, reason, wait, LeaveOnce);
        }
        finally
        {
            LeaveOnce();
        }

        Lane? LeaveOnce()
        {
            var waker = isInLine ? Leave() : null;
            isInLine = false;
            return waker;
        }
    }

    private void Join()
    {
        lock (_gate)
        {
            _waiting++;
        }
    }

    private Lane? Leave()
    {
        lock (_gate)
        {
            _waiting--;
            return _wakers.TryDequeue(out var waker) ? waker : null;
        }
    }
}

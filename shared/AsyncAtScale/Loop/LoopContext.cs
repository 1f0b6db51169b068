using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>Brings every <c>await</c> on the loop's thread back to the loop.</summary>
internal sealed class LoopContext : SynchronizationContext
{
    private const int WaitTimedOut = 0x102;

    /// <summary>Milliseconds after which we ask who could still end a wait.</summary>
    private const int Slice = 100;

    private readonly ReadyQueue _ready;
    private readonly VirtualLoop _loop;

    public LoopContext(VirtualLoop loop, ReadyQueue ready)
    {
        _loop = loop;
        _ready = ready;
        SetWaitNotificationRequired();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        _loop.Observer?.Ready(_loop.Now, state, Lane.Current);
        _ready.Add(new ReadyStep(d, state, Lane.Current));
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (!_loop.IsOnLoopThread)
        {
            throw new NotSupportedException("Send from another thread would block it for the virtual loop: use Post.");
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>
    /// The runtime calls this when the loop's thread is about to block (.Result, .Wait(), a contended lock).
    /// A lock that a pool thread holds for a moment is fine; a wait that only the loop itself could end is not.
    /// </summary>
    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        _loop.AboutToBlock();
        var limit = (int)_loop.PatienceWithThreads.TotalMilliseconds;
        if (millisecondsTimeout >= 0 && millisecondsTimeout <= limit)
        {
            return base.Wait(waitHandles, waitAll, millisecondsTimeout);
        }

        for (var waited = 0; waited < limit; waited += Slice)
        {
            var result = base.Wait(waitHandles, waitAll, Math.Min(Slice, limit - waited));
            if (result != WaitTimedOut)
            {
                return result;
            }

            if (_loop.IsAlone)
            {
                break;
            }
        }

        throw _loop.Stuck("the loop's thread is blocked by .Result, .Wait() or a lock; use await instead");
    }
}

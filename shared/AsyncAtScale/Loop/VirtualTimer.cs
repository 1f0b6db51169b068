namespace AsyncAtScale.Loop;

/// <summary>A timer of the virtual clock. Its callback runs on the loop, in the context in which it was created.</summary>
internal sealed class VirtualTimer(TimerQueue timers, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>What the callback is given.</summary>
    internal object? State => state;

    /// <summary>
    /// Which entry of the queue is valid; 0 if none is, -1 if none ever will be. Guarded by the queue.
    /// </summary>
    internal long Ticket { get; set; }

    /// <summary>Ticks between two calls; 0 if it fires once. Guarded by the queue.</summary>
    internal long Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => timers.Set(this, dueTime, period);

    public void Dispose() => timers.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    internal void Fire()
    {
        if (_context is null)
        {
            callback(State);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((VirtualTimer)timer!).Call(), this);
        }
    }

    private void Call() => callback(State);
}

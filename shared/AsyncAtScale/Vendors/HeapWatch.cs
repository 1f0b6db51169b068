namespace AsyncAtScale.Vendors;

/// <summary>Looks at the size of this process's heap every now and then, garbage included.</summary>
internal sealed class HeapWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
    private readonly ITimer _timer;
    private long _peak;

    public HeapWatch(TimeProvider clock) => _timer = clock.CreateTimer(_ => Look(), null, Pause, Pause);

    /// <summary>By how many bytes the heap was larger than at the start, at most.</summary>
    public long Growth
    {
        get
        {
            Look();
            return Math.Max(0, Volatile.Read(ref _peak) - _start);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Volatile.Read(ref _peak))
        {
            Volatile.Write(ref _peak, now);
        }
    }
}

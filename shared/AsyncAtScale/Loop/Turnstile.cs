namespace AsyncAtScale.Loop;

/// <summary>
/// Lets the threads that run code of one loop through one at a time, in the order in which they come. Nobody waits for ever:
/// whoever is inside may need a lock that the next one holds, so that one goes in as well after a while.
/// </summary>
internal sealed class Turnstile : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private long _came;
    private long _left;
    private volatile bool _isOpen;

    /// <summary>Whether nobody is inside or waits to be.</summary>
    public bool IsEmpty => Volatile.Read(ref _came) == Volatile.Read(ref _left);

    public void Enter()
    {
        var before = Interlocked.Increment(ref _came) - 1;
        if (Volatile.Read(ref _left) < before)
        {
            Wait(before);
        }
    }

    public void Leave() => Interlocked.Increment(ref _left);

    /// <summary>Lets everybody through from now on.</summary>
    public void Dispose() => _isOpen = true;

    private void Wait(long before)
    {
        var start = WallClock.Timestamp;
        var spin = default(SpinWait);
        while (Volatile.Read(ref _left) < before && !_isOpen && WallClock.Since(start) < Patience)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}

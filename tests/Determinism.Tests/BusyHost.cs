namespace Determinism.Tests;

/// <summary>Somebody else in the process who uses the thread pool all the time: one item begins when another ends.</summary>
internal sealed class BusyHost : IDisposable
{
    private readonly Task _work;
    private long _items;
    private volatile bool _isOver;

    public BusyHost() => _work = Task.Run(Work);

    /// <summary>What it has done so far.</summary>
    public long Items => Volatile.Read(ref _items);

    public void Dispose()
    {
        _isOver = true;
        _work.Wait();
    }

    private async Task Work()
    {
        while (!_isOver)
        {
            await Task.Run(() => Thread.Sleep(0));
            Interlocked.Increment(ref _items);
        }
    }
}

namespace AsyncAtScale.Loop;

/// <summary>
/// A work item that sits on the pool's one thread for us while a step of the loop runs. Queued behind everything
/// else, it is reached when all of that is done: being in again is the proof.
/// </summary>
internal sealed class PoolPlug : IThreadPoolWorkItem, IDisposable
{
    private readonly AutoResetEvent _reached = new(false);
    private readonly AutoResetEvent _pulled = new(false);
    private long _completed;
    private volatile bool _isIn;
    private volatile bool _isOver;

    public bool IsIn => _isIn;

    /// <summary>Whether any thread of the pool has ended some work since the plug is in: not the plug's, so one of the host's.</summary>
    public bool HasAnybodyMoved => ThreadPool.CompletedWorkItemCount != Volatile.Read(ref _completed);

    /// <summary>Forgets who has moved so far.</summary>
    public void NoteMoves() => Volatile.Write(ref _completed, ThreadPool.CompletedWorkItemCount);

    /// <summary>Queued without the caller's flow: it is nobody's code.</summary>
    public void Insert() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Lets the pool run what is queued, up to the next insertion.</summary>
    public void Pull()
    {
        _isIn = false;
        _pulled.Set();
    }

    /// <summary>Leaves the core to whoever has to run until the plug is in again.</summary>
    public void WaitUntilIn(TimeSpan atMost)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // the loop's would take this for a blocking call of a demo
        _reached.WaitOne(atMost);
        SynchronizationContext.SetSynchronizationContext(context);
    }

    /// <summary>The last pull: an insertion that was not reached yet comes to nothing.</summary>
    public void Dispose()
    {
        _isOver = true;
        Pull();
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (!_isOver)
        {
            NoteMoves();
            _isIn = true;
            _reached.Set();
            _pulled.WaitOne();
        }
    }
}

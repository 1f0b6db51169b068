namespace AsyncAtScale.Primitives;

/// <summary>
/// Several who wait for the same signal in one place of the line: nobody cancels them and nobody records them, so
/// nothing tells them apart. Sharing a task makes the wait as cheap as that of a bare <c>TaskCompletionSource</c>.
/// </summary>
internal sealed class Crowd(WaitLine<bool> line) : Waiter<bool>(line, null, "", "", default)
{
    private readonly TaskCompletionSource _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _heads;

    public override int Heads => Volatile.Read(ref _heads);

    /// <summary>One more waits here. Takes no lock: that is what makes a thousand of them cheap.</summary>
    public Task Join()
    {
        Interlocked.Increment(ref _heads);
        return _signal.Task;
    }

    public override void Complete(bool result) => _signal.SetResult();
}

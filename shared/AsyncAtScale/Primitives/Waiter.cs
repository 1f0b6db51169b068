using System.Threading.Tasks.Sources;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Somebody who waits at a primitive: for a permit, a signal, room. One object per wait: it is the source of
/// its own <c>ValueTask</c>, a link of the line it stands in, and the span that the chart shows.
/// </summary>
internal class Waiter<T> : IValueTaskSource<T>, IValueTaskSource
{
    private readonly WaitLine<T> _line;
    private readonly CancellationToken _cancellationToken;
    private readonly OpenSpan _wait;
    private ManualResetValueTaskSourceCore<T> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;

    /// <param name="line">The line to stand in.</param>
    /// <param name="lane">The lane that waits, or null.</param>
    /// <param name="reason">What for: see <see cref="WaitReason"/>.</param>
    /// <param name="label">What the wait is called in the chart.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Waiter(WaitLine<T> line, Lane? lane, string reason, string label, CancellationToken cancellationToken)
    {
        _line = line;
        _cancellationToken = cancellationToken;
        Lane = Lane.IsCovered ? null : lane; // inside an attempt of a retry the attempt stands for the wait
        if (Lane is not null)
        {
            _wait = Lane.Begin(Activity.Waiting, label, reason);
        }
    }

    public Lane? Lane { get; }

    /// <summary>How many wait in this place of the line.</summary>
    public virtual int Heads => 1;

    public Waiter<T>? Previous { get; set; }

    public Waiter<T>? Next { get; set; }

    public bool IsInLine { get; set; }

    public ValueTask<T> Result => new(this, _core.Version);

    public ValueTask Completion => new(this, _core.Version);

    /// <summary>
    /// Called outside the owner's lock: a token that is cancelled already calls back at once. The callback runs
    /// in the flow of whoever cancels, which is how the chart knows who that was.
    /// </summary>
    public void WatchForCancellation()
    {
        if (!_cancellationToken.CanBeCanceled)
        {
            return;
        }

        _registration = _cancellationToken.UnsafeRegister(static waiter => ((Waiter<T>)waiter!).Cancel(), this);
        if (!_line.Holds(this))
        {
            _registration.Unregister(); // served meanwhile, by a thread that could not see the registration yet
        }
    }

    /// <summary>Records that the wait is over; <paramref name="cause"/> handed over what it was for.</summary>
    public void RecordHandover(Lane? cause)
    {
        if (Lane is not null)
        {
            _wait.End(Ending.Normal, cause, WakeKind.Handover);
        }
    }

    /// <summary>Records that the wait is over because its time has come.</summary>
    public void RecordTimer()
    {
        if (Lane is not null)
        {
            _wait.End(Ending.Normal, null, WakeKind.Timer);
        }
    }

    /// <summary>Called outside the owner's lock. The continuation never runs inside this call.</summary>
    public virtual void Complete(T result)
    {
        _registration.Unregister();
        _core.SetResult(result);
    }

    T IValueTaskSource<T>.GetResult(short token) => _core.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _core.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        if (!_line.GiveUp(this))
        {
            return;
        }

        if (Lane is not null)
        {
            _wait.End(Ending.Cancelled, Lane.Current, WakeKind.Cancellation);
        }

        _core.SetException(new OperationCanceledException(_cancellationToken));
    }
}

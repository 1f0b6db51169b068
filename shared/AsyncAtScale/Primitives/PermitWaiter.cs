using System.Threading.Tasks.Sources;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>Somebody in line for a permit. Is its own <c>ValueTask</c> source, so that a wait is one object.</summary>
internal sealed class PermitWaiter : Waiter<PermitWaiter>, IValueTaskSource<Permit>
{
    private readonly AsyncSemaphore _semaphore;
    private readonly CancellationToken _cancellationToken;
    private readonly Lane? _lane;
    private readonly OpenSpan _wait;
    private ManualResetValueTaskSourceCore<Permit> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;

    public PermitWaiter(AsyncSemaphore semaphore, Lane? lane, CancellationToken cancellationToken)
    {
        _semaphore = semaphore;
        _cancellationToken = cancellationToken;
        _lane = lane;
        if (lane is not null)
        {
            _wait = lane.Begin(Activity.Waiting, WaitReason.Permit, WaitReason.Permit);
        }
    }

    public ValueTask<Permit> Permit => new(this, _core.Version);

    /// <summary>
    /// Called outside the semaphore's lock: a token that is cancelled already calls back at once. The callback
    /// runs in the flow of whoever cancels, which is how the chart knows who that was.
    /// </summary>
    public void WatchForCancellation()
    {
        if (!_cancellationToken.CanBeCanceled)
        {
            return;
        }

        _registration = _cancellationToken.UnsafeRegister(static waiter => ((PermitWaiter)waiter!).Cancel(), this);
        if (!_semaphore.IsInLine(this))
        {
            _registration.Unregister(); // served meanwhile, by a thread that could not see the registration yet
        }
    }

    public void RecordHandover(Lane? from)
    {
        if (_lane is not null)
        {
            _wait.End(Ending.Normal, from, WakeKind.Handover);
            _lane.Instant("acquired");
        }
    }

    public void RecordCancellation()
    {
        if (_lane is not null)
        {
            _wait.End(Ending.Cancelled, Lane.Current, WakeKind.Cancellation);
        }
    }

    /// <summary>Called outside the semaphore's lock, since the continuation may be anything.</summary>
    public void Complete(Permit permit)
    {
        _registration.Unregister();
        _core.SetResult(permit);
    }

    Permit IValueTaskSource<Permit>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Permit>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<Permit>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        if (_semaphore.GiveUp(this))
        {
            _core.SetException(new OperationCanceledException(_cancellationToken));
        }
    }
}

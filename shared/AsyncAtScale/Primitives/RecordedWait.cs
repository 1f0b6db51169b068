using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A wait for tasks that do not record it themselves. In a lane that is busy with a recorded activity, an attempt
/// of a retry for example, that activity covers the wait and nothing is added.
/// </summary>
internal static class RecordedWait
{
    /// <param name="label">What the wait is called.</param>
    /// <param name="reason">What for: see <see cref="WaitReason"/>.</param>
    /// <param name="task">What is awaited.</param>
    /// <param name="ender">Asked when the wait is over: the lane that ended it, or null if it does not know.</param>
    public static async Task For(string label, string reason, Task task, Func<Lane?>? ender = null)
    {
        if (Lane.Current is not { IsBusy: false } lane || task.IsCompleted)
        {
            await task;
            return;
        }

        var wait = lane.Begin(Activity.Waiting, label, reason);
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        End(wait, EndingOf(task), ender?.Invoke());
        await task;
    }

    /// <inheritdoc cref="For"/>
    public static async Task<T> For<T>(string label, string reason, Task<T> task, Func<Lane?>? ender = null)
    {
        await For(label, reason, (Task)task, ender);
        return await task;
    }

    /// <summary>
    /// Where nobody can say who ended the wait, the loop knows the lane whose step made this one ready. A lane that
    /// woke itself was helped by something that has no lane.
    /// </summary>
    private static void End(OpenSpan wait, Ending ending, Lane? ender)
    {
        var loop = VirtualLoop.Current;
        var cause = ender ?? (loop?.Waker == wait.Lane ? null : loop?.Waker);
        wait.End(ending, cause, KindOf(ending, isTimer: cause is null && loop is { IsOnLoopThread: true, Waker: null }));
    }

    private static WakeKind KindOf(Ending ending, bool isTimer) => ending switch
    {
        _ when isTimer => WakeKind.Timer,
        Ending.Cancelled => WakeKind.Cancellation,
        _ => WakeKind.Handover,
    };

    private static Ending EndingOf(Task task) => task switch
    {
        { IsCanceled: true } => Ending.Cancelled,
        { IsFaulted: true, Exception.InnerException: TimeoutException } => Ending.TimedOut,
        { IsFaulted: true } => Ending.Failed,
        _ => Ending.Normal,
    };
}

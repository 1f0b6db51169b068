using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A wait for tasks that do not record it themselves. In a lane that is busy with a recorded activity, an attempt
/// of a retry for example, that activity covers the wait and nothing is added.
/// </summary>
internal static class RecordedWait
{
    public static async Task For(string label, string reason, Task task)
    {
        if (Lane.Current is not { IsBusy: false } lane || task.IsCompleted)
        {
            await task;
            return;
        }

        var wait = lane.Begin(Activity.Waiting, label, reason);
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        End(wait, EndingOf(task));
        await task;
    }

    public static async Task<T> For<T>(string label, string reason, Task<T> task)
    {
        await For(label, reason, (Task)task);
        return await task;
    }

    /// <summary>
    /// Ends a wait with the cause that the loop knows: the lane whose step made this one ready. A lane that woke
    /// itself was helped by something that has no lane.
    /// </summary>
    private static void End(OpenSpan wait, Ending ending)
    {
        var loop = VirtualLoop.Current;
        var cause = loop?.Waker == wait.Lane ? null : loop?.Waker;
        wait.End(ending, cause, KindOf(ending, isTimer: loop is not null && cause is null));
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

using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>A wait on a task that does not record itself.</summary>
internal static class LabelledWait
{
    public static async Task For(string reason, Task task)
    {
        if (Lane.Current is not { } lane || task.IsCompleted)
        {
            await task;
            return;
        }

        var wait = lane.Begin(Activity.Waiting, reason, reason);
        var completer = Completer.Of(task);
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var waker = completer.Lane ?? VirtualLoop.Current?.Waker;
        var cause = waker == lane ? null : waker;
        wait.End(EndingOf(task), cause, KindOf(task, cause));
        await task;
    }

    private static WakeKind KindOf(Task task, Lane? cause) =>
        cause is null ? WakeKind.Timer : task.IsCanceled ? WakeKind.Cancellation : WakeKind.Handover;

    private static Ending EndingOf(Task task) => task switch
    {
        { IsCanceled: true } => Ending.Cancelled,
        { IsFaulted: true, Exception.InnerException: TimeoutException } => Ending.TimedOut,
        { IsFaulted: true } => Ending.Failed,
        _ => Ending.Normal,
    };
}

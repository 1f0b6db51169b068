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
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var waker = VirtualLoop.Current?.Waker;
        var cause = waker == lane ? null : waker;
        wait.End(EndingOf(task), cause, cause is null ? WakeKind.Timer : WakeKind.Handover);
        await task;
    }

    private static Ending EndingOf(Task task) => task switch
    {
        { IsCanceled: true } => Ending.Cancelled,
        { IsFaulted: true, Exception.InnerException: TimeoutException } => Ending.TimedOut,
        { IsFaulted: true } => Ending.Failed,
        _ => Ending.Normal,
    };
}

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
    /// <param name="ender">
    /// Asked when the wait is over: the lane that ended it. If it does not know, whoever completed the task counts, or
    /// the lane whose step made this one ready.
    /// </param>
    public static Task For(string label, string reason, Task task, Func<Lane?>? ender = null) =>
        LaneToRecord(task) is { } lane ? Record(lane, label, reason, task, ender) : task;

    /// <inheritdoc cref="For"/>
    public static Task<T> For<T>(string label, string reason, Task<T> task, Func<Lane?>? ender = null) =>
        LaneToRecord(task) is { } lane ? Record(lane, label, reason, task, ender) : task;

    /// <summary>A wait of no length is worth recording only if it was answered with a failure or a cancellation.</summary>
    private static Lane? LaneToRecord(Task task) =>
        !task.IsCompletedSuccessfully && Lane.Current is { IsBusy: false } lane ? lane : null;

    private static async Task<T> Record<T>(Lane lane, string label, string reason, Task<T> task, Func<Lane?>? ender)
    {
        await Record(lane, label, reason, (Task)task, ender);
        return await task;
    }

    private static async Task Record(Lane lane, string label, string reason, Task task, Func<Lane?>? ender)
    {
        var wait = lane.Begin(Activity.Waiting, label, reason);
        if (task.IsCompleted)
        {
            wait.End(EndingOf(task)); // nobody woke this lane: it came too late to sleep
            await task; // throws
        }

        var completer = Completer.Of(task);
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        End(wait, EndingOf(task), ender?.Invoke() ?? completer.Lane ?? VirtualLoop.Current?.Waker);
        await task;
    }

    /// <summary>A lane that woke itself was helped by something that has no lane: a timer, mostly.</summary>
    private static void End(OpenSpan wait, Ending ending, Lane? ender)
    {
        var cause = ender == wait.Lane ? null : ender;
        wait.End(ending, cause, KindOf(ending, cause));
    }

    private static WakeKind KindOf(Ending ending, Lane? cause) => ending switch
    {
        _ when cause is null => WakeKind.Timer,
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

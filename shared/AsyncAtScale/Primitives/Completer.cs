using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Finds out in which lane a task was completed. A continuation may run inside the call that completes the task,
/// where the loop knows only who woke that caller; so somebody has to look on the spot, in the caller's flow.
/// </summary>
internal sealed class Completer
{
    /// <summary>The lane, or null: a timer did it, or nobody could look.</summary>
    public Lane? Lane { get; private set; }

    public static Completer Of(Task task)
    {
        var completer = new Completer();
        using (ExecutionContext.SuppressFlow())
        {
            task.ContinueWith(
                static (_, found) => ((Completer)found!).Lane = Lane.Current,
                completer,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return completer;
    }
}

using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Hands back control at a chosen event (asyncio's <c>wait</c>). Throws nothing and cancels nobody: what has not ended
/// runs on, and the caller decides.
/// </summary>
/// <example>
/// <code>
/// var run = await Demo.Run("Two seconds of patience", async () =>
/// {
///     Task[] calls = [Demo.Work(1), Demo.Work(3), Demo.Work(5)];
///     var (done, pending) = await Wait.ForAsync(calls, limit: TimeSpan.FromSeconds(2));
///     return $"{done.Count} done, {pending.Count} pending, after {Demo.Now} s";
/// });
/// run.Result // 1 done, 2 pending, after 2 s
/// </code>
/// </example>
public static class Wait
{
    /// <summary>Waits until the chosen event, or until time is up.</summary>
    /// <param name="tasks">The tasks, already started; at least one.</param>
    /// <param name="until">The event.</param>
    /// <param name="limit">The longest wait; null waits as long as it takes.</param>
    /// <returns>The tasks that have ended and those that have not, both in the order given.</returns>
    /// <exception cref="ArgumentException">There are no tasks.</exception>
    public static async Task<WaitResult<TTask>> ForAsync<TTask>(
        IEnumerable<TTask> tasks, Until until = Until.AllCompleted, TimeSpan? limit = null)
        where TTask : Task
    {
        TTask[] all = [.. tasks];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is nothing to wait for: the list of tasks is empty.", nameof(tasks));
        }

        var happened = Event(all, until);
        await RecordedWait.For(
            LabelOf(until), WaitReason.Tasks, EventOrLimit(happened, limit), () => happened.IsCompleted ? LaneTasks.LastToEnd(all) : null);
        var byEnd = all.ToLookup(static task => task.IsCompleted); // asked once: a task may end meanwhile
        var result = new WaitResult<TTask>([.. byEnd[true]], [.. byEnd[false]]);
        Gather.Observe(result.Done);
        Lane.Current?.Instant("wait-returned", new { done = result.Done.Count, pending = result.Pending.Count });
        return result;
    }

    private static string LabelOf(Until until) => until switch
    {
        Until.FirstCompleted => "wait for the first",
        Until.FirstException => "wait for the first failure",
        _ => "wait for all",
    };

    private static Task Event(Task[] tasks, Until until) => until switch
    {
        Until.FirstCompleted => Task.WhenAny(tasks),
        Until.FirstException => FirstFailureOrEnd(tasks),
        _ => Gather.Ended(tasks),
    };

    /// <summary>A cancelled task is no failure here, as in asyncio.</summary>
    private static async Task FirstFailureOrEnd(Task[] tasks)
    {
        await foreach (var ended in Task.WhenEach(tasks))
        {
            if (ended.IsFaulted)
            {
                return;
            }
        }
    }

    private static async Task EventOrLimit(Task happened, TimeSpan? limit)
    {
        if (limit is null)
        {
            await happened;
            return;
        }

        using var stop = new CancellationTokenSource();
        await Task.WhenAny(happened, Task.Delay(limit.Value, AmbientClock.Current, stop.Token));
        await stop.CancelAsync();
    }
}

/// <summary>The event that ends a <see cref="Wait"/>.</summary>
public enum Until
{
    /// <summary>All tasks have ended.</summary>
    AllCompleted,

    /// <summary>A task has ended, well or not.</summary>
    FirstCompleted,

    /// <summary>A task has failed, or all have ended. A cancelled task is no failure.</summary>
    FirstException,
}

/// <summary>What a <see cref="Wait"/> found, both parts in the order of the tasks given.</summary>
/// <param name="Done">The tasks that have ended; there may be several even if one was waited for.</param>
/// <param name="Pending">The tasks that have not; nobody has cancelled them.</param>
public sealed record WaitResult<TTask>(IReadOnlyList<TTask> Done, IReadOnlyList<TTask> Pending)
    where TTask : Task;

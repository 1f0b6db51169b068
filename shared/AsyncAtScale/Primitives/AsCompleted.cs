using System.Runtime.CompilerServices;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>Results in the order in which they come (asyncio's <c>as_completed</c>), with progress.</summary>
/// <remarks>A recorded face over <c>Task.WhenEach</c>, which is what production code uses.</remarks>
/// <example>
/// <code>
/// async Task&lt;string&gt; Download(string name, double seconds)
/// {
///     await Demo.Work(seconds);
///     return name;
/// }
///
/// var run = await Demo.Run("Three downloads", async () =>
/// {
///     var names = new List&lt;string&gt;();
///     await foreach (var (download, done, of) in AsCompleted.Of([Download("large", 3), Download("small", 1), Download("middle", 2)]))
///     {
///         names.Add($"{await download} {done}/{of}");
///     }
///
///     return string.Join(", ", names);
/// });
/// run.Result // small 1/3, middle 2/3, large 3/3
/// </code>
/// </example>
public static class AsCompleted
{
    /// <summary>Yields each task once, when it has ended. Tasks that ended together come in the order given.</summary>
    /// <remarks>A failure is the business of whoever gets the task; of tasks that nobody came to get it is dropped.</remarks>
    /// <param name="tasks">The tasks, already started; one that is given twice counts once.</param>
    /// <param name="cancellationToken">Stops waiting; the tasks run on.</param>
    public static async IAsyncEnumerable<Completion<T>> Of<T>(
        IEnumerable<Task<T>> tasks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Task<T>[] all = [.. tasks.Distinct()];
        Gather.Observe(all);
        var done = 0;
        await using var ended = Task.WhenEach(all).GetAsyncEnumerator(cancellationToken);
        while (await RecordedWait.For("as completed", WaitReason.Tasks, ended.MoveNextAsync().AsTask(), () => LaneTasks.LastToEnd(all)))
        {
            yield return new Completion<T>(ended.Current, ++done, all.Length);
        }
    }
}

/// <summary>A task that has ended, and how many have.</summary>
/// <param name="Task">The task; awaiting it gives its result or throws its failure.</param>
/// <param name="Done">How many have ended so far, this one included.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct Completion<T>(Task<T> Task, int Done, int Of);

using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Waits for several tasks as asyncio's <c>gather</c> does, in both of its modes. Neither cancels a task because another
/// one failed, and no failure is left unobserved.
/// </summary>
/// <remarks>
/// .NET's <c>Task.WhenAll</c> is a third thing: it throws the first failure too, but only when <em>all</em> tasks have ended.
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("Two calls, one fails", async () =>
/// {
///     var good = Demo.Lane("good", async () =>
///     {
///         await Demo.Work(0.3);
///         return "price";
///     });
///     var bad = Demo.Lane("bad", async () =>
///     {
///         await Demo.Work(0.1, error: new IOException("503"));
///         return "";
///     });
///     var ended = await Gather.SettledAsync([good, bad]); // AllAsync would throw after 0.1 s
///     return string.Join(", ", ended.Select(task => task.Status));
/// });
/// run.Result // RanToCompletion, Faulted
/// </code>
/// </example>
public static class Gather
{
    /// <summary>All results in the order of the tasks; ends with the first failure, as soon as it happens.</summary>
    /// <remarks>The other tasks run on. Their results and failures are dropped.</remarks>
    /// <exception cref="Exception">What the first task to fail threw.</exception>
    /// <exception cref="OperationCanceledException">A task was cancelled before any failed.</exception>
    public static async Task<T[]> AllAsync<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        await FirstFailureOrAll(all);
        return Array.ConvertAll(all, static task => task.Result);
    }

    /// <inheritdoc cref="AllAsync{T}"/>
    public static Task AllAsync(params IEnumerable<Task> tasks) => FirstFailureOrAll([.. tasks]);

    /// <summary>
    /// Waits for all tasks and returns them, ended, in the order given: each holds a result, a failure or a
    /// cancellation, and .NET tells the three apart (asyncio's <c>return_exceptions=True</c> does not).
    /// </summary>
    public static async Task<IReadOnlyList<Task<T>>> SettledAsync<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        await Settled(all);
        return all;
    }

    /// <inheritdoc cref="SettledAsync{T}(IEnumerable{Task{T}})"/>
    public static async Task<IReadOnlyList<Task>> SettledAsync(params IEnumerable<Task> tasks)
    {
        Task[] all = [.. tasks];
        await Settled(all);
        return all;
    }

    /// <summary>
    /// As <see cref="SettledAsync{T}(IEnumerable{Task{T}})"/>, for a caller that can be cancelled itself: it still waits until
    /// every task has ended, clean-up included, and then throws.
    /// </summary>
    /// <param name="tasks">Tasks that got the same token: cancelling it ends them, and so this wait. One that did not is waited for to its end.</param>
    /// <param name="cancellationToken">Cancels the wait (asyncio: cancels the gathering coroutine).</param>
    /// <remarks>asyncio's <c>gather</c> passes the cancellation on to its tasks itself. In .NET only a token can, so they share one.</remarks>
    /// <exception cref="OperationCanceledException">Cancelled before all tasks had ended.</exception>
    public static async Task<IReadOnlyList<Task<T>>> SettledAsync<T>(
        IEnumerable<Task<T>> tasks, CancellationToken cancellationToken)
    {
        Task<T>[] all = [.. tasks];
        await Settled(all, cancellationToken);
        return all;
    }

    /// <inheritdoc cref="SettledAsync{T}(IEnumerable{Task{T}}, CancellationToken)"/>
    public static async Task<IReadOnlyList<Task>> SettledAsync(IEnumerable<Task> tasks, CancellationToken cancellationToken)
    {
        Task[] all = [.. tasks];
        await Settled(all, cancellationToken);
        return all;
    }

    /// <summary>Looks at the failures of tasks that nobody awaits any more, now or when they end.</summary>
    internal static void Observe(IEnumerable<Task> tasks)
    {
        foreach (var task in tasks)
        {
            task.ContinueWith(
                static ended => _ = ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        }
    }

    /// <summary>Ends when all tasks have ended, however they did.</summary>
    internal static async Task Ended(IEnumerable<Task> tasks) =>
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task FirstFailureOrAll(Task[] all)
    {
        try
        {
            await RecordedWait.For("gather", WaitReason.Tasks, FirstFailureOrEnd(all), () => LaneTasks.LastToEnd(all));
        }
        catch (Exception problem)
        {
            Observe(all);
            Lane.Current?.Instant("gather-raised", new { error = problem.GetType().Name });
            throw;
        }

        Lane.Current?.Instant("gather-returned", new { count = all.Length });
    }

    private static async Task Settled(Task[] all, CancellationToken cancellationToken = default)
    {
        using var canceller = new Canceller(cancellationToken);
        await RecordedWait.For(
            "gather",
            WaitReason.Tasks,
            cancellationToken.CanBeCanceled ? EndedOrCancelled(all, cancellationToken) : Ended(all),
            () => canceller.Lane ?? LaneTasks.LastToEnd(all));
        Observe(all);
        Lane.Current?.Instant("gather-returned", new { kinds = Array.ConvertAll(all, KindOf) });
    }

    /// <summary>Cancelled once all tasks have ended is too late: it does not count.</summary>
    private static async Task EndedOrCancelled(Task[] all, CancellationToken cancellationToken)
    {
        var isCancelled = false;
        using var watch = cancellationToken.UnsafeRegister(
            _ => isCancelled = !Array.TrueForAll(all, static task => task.IsCompleted), null);
        await Ended(all);
        if (isCancelled)
        {
            Observe(all);
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static async Task FirstFailureOrEnd(Task[] tasks)
    {
        await foreach (var ended in Task.WhenEach(tasks))
        {
            await ended;
        }
    }

    private static string KindOf(Task task) => task switch
    {
        { IsFaulted: true } => task.Exception!.InnerException!.GetType().Name,
        { IsCanceled: true } => nameof(OperationCanceledException),
        _ => "ok",
    };
}

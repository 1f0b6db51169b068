using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Structured concurrency: tasks that cannot outlive the block that starts them (Smith, "Notes on structured
/// concurrency", 2018; asyncio's <c>TaskGroup</c>).
/// </summary>
/// <remarks>
/// <para>The first failure, of a child or of the block itself, cancels the others through <see cref="CancellationToken"/>.
/// The group then waits until every child has ended, clean-up included, however long that takes. All failures
/// survive, in the order in which they happened. A child that is merely cancelled affects nobody. Groups nest.</para>
/// <para>Children may be started from any thread until the group is closed. Cancellation is cooperative, as everywhere in
/// .NET: a child that ignores its token is waited for to its end.</para>
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("One fails, all stop", () => TaskGroup.RunAsync(async group =>
/// {
///     _ = group.Start("slow", token => Demo.Work(10, cancellationToken: token)); // cancelled at 1 s
///     await group.Start("broken", token => Demo.Work(1, error: new IOException("503")));
/// }));
/// $"{run.Exception!.GetType().Name} after {run.Elapsed.TotalSeconds} s" // AggregateException after 1 s
/// </code>
/// </example>
public sealed class TaskGroup
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly List<Task> _recorded = [];
    private readonly List<Exception> _failures = [];
    private readonly Stack<object> _owned = new();
    private TaskCompletionSource? _allEnded;
    private int _open;
    private bool _isClosed;

    private TaskGroup(CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken = _stop.Token;
    }

    /// <summary>Cancelled when the group fails or is cancelled from outside. Every child gets it.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Runs a block that starts tasks, and ends when all of them have ended.</summary>
    /// <param name="body">The block.</param>
    /// <param name="cancellationToken">Cancels all children.</param>
    /// <exception cref="AggregateException">The block or children failed: all failures, in order.</exception>
    /// <exception cref="OperationCanceledException">Cancelled from outside, and nothing failed.</exception>
    public static async Task RunAsync(Func<TaskGroup, Task> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var group = new TaskGroup(cancellationToken);
        var main = FirstSteps.Run(body, group);
        await group.JoinAsync(main, cancellationToken);
        await main;
    }

    /// <summary>As <see cref="RunAsync(Func{TaskGroup, Task}, CancellationToken)"/>, with the block's result.</summary>
    public static async Task<T> RunAsync<T>(
        Func<TaskGroup, Task<T>> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var group = new TaskGroup(cancellationToken);
        var main = FirstSteps.Run(body, group);
        await group.JoinAsync(main, cancellationToken);
        return await main;
    }

    /// <summary>Starts a child in a lane of its own.</summary>
    /// <param name="name">What the child is called in a chart.</param>
    /// <param name="child">The child; it gets the group's token.</param>
    /// <returns>The child's task. Awaiting it is optional: the group does.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank; nothing was started.</exception>
    /// <exception cref="InvalidOperationException">The group is closed: all its tasks have ended.</exception>
    public Task<T> Start<T>(string name, Func<CancellationToken, Task<T>> child)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(child);
        Enter(name);
        return Lane.Current is null ? Follow(FirstSteps.Run(child, CancellationToken)) : StartInLane(name, child);
    }

    /// <inheritdoc cref="Start{T}"/>
    public Task Start(string name, Func<CancellationToken, Task> child)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(child);
        Enter(name);
        return Lane.Current is null ? Follow(FirstSteps.Run(child, CancellationToken)) : StartInLane(name, child);
    }

    /// <summary>Leaves a resource to the group: it is disposed when all children have ended, the last one first.</summary>
    /// <exception cref="InvalidOperationException">The group is closed: nobody would dispose it.</exception>
    public T Own<T>(T resource)
        where T : class
    {
        if (resource is not (IAsyncDisposable or IDisposable))
        {
            throw new ArgumentException($"A {typeof(T).Name} cannot be disposed, so there is nothing to own.", nameof(resource));
        }

        lock (_gate)
        {
            ThrowIfClosed(typeof(T).Name);
            _owned.Push(resource);
        }

        return resource;
    }

    /// <summary>Counts the child before its first step, so that the group cannot close under it.</summary>
    private void Enter(string name)
    {
        lock (_gate)
        {
            ThrowIfClosed(name);
            _open++;
        }
    }

    private void ThrowIfClosed(string name)
    {
        if (_isClosed)
        {
            throw new InvalidOperationException($"'{name}' comes too late: its task group is closed.");
        }
    }

    // Apart, so that what they capture is allocated only when a run is recorded.
    private Task<T> StartInLane<T>(string name, Func<CancellationToken, Task<T>> child)
    {
        Task<T>? itself = null;
        var task = RunInLane(name, () => itself = FirstSteps.Run(child, CancellationToken));
        Follow(task, itself ?? task);
        return task;
    }

    private Task<bool> StartInLane(string name, Func<CancellationToken, Task> child)
    {
        Task? itself = null;
        var task = RunInLane(name, async () =>
        {
            await (itself = FirstSteps.Run(child, CancellationToken));
            return true;
        });
        Follow(task, itself ?? task);
        return task;
    }

    /// <summary>Whose lane cannot begin is no child: nobody would ever say that it has ended.</summary>
    private Task<T> RunInLane<T>(string name, Func<Task<T>> child)
    {
        try
        {
            return LaneScope.Run(name, child);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    private TTask Follow<TTask>(TTask task)
        where TTask : Task
    {
        Follow(task, task);
        return task;
    }

    /// <param name="task">The child's task, in its lane if it has one.</param>
    /// <param name="itself">What the child returned: of several failures, awaiting it in the lane keeps only the first.</param>
    private void Follow(Task task, Task itself)
    {
        if (Lane.Current is not null)
        {
            lock (_gate)
            {
                _recorded.Add(task);
            }
        }

        if (task.IsCompleted)
        {
            Ended(task, itself);
        }
        else
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(new Child(this, task, itself).Ended);
        }
    }

    private void Ended(Task task, Task itself)
    {
        // Reading them counts as observing them: the group throws them, whether or not anybody awaits the child.
        var (thrown, all) = (task.Exception, itself.Exception);
        var failures = FailuresOf(all ?? thrown);
        if (failures.Length > 0)
        {
            _ = FailAndLeaveAsync(task, failures);
        }
        else
        {
            Leave();
        }
    }

    /// <summary>A task may have several, that of <c>Task.WhenAll</c> for example.</summary>
    private static Exception[] FailuresOf(AggregateException? thrown) =>
        thrown is null ? [] : [.. thrown.InnerExceptions.Where(static problem => problem is not OperationCanceledException)];

    /// <summary>Cancels the others in the lane of the one that failed: so the chart knows who it was.</summary>
    private async Task FailAndLeaveAsync(Task child, Exception[] failures)
    {
        if (LaneTasks.Of(child) is { } lane)
        {
            Lane.Current = lane;
        }

        await FailAsync(failures);
        Leave();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_open > 0 || _allEnded is null)
            {
                return;
            }

            _isClosed = true;
        }

        _allEnded.SetResult();
    }

    private Task FailAsync(Exception[] failures)
    {
        lock (_gate)
        {
            _failures.AddRange(failures);
        }

        return StopAsync();
    }

    private async Task StopAsync()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (AggregateException problems)
        {
            lock (_gate)
            {
                _failures.AddRange(problems.InnerExceptions); // thrown by callbacks of the token
            }
        }
    }

    /// <summary>Ends when the block does, and as it does, but for its failures: those are the group's.</summary>
    private async Task WatchBody(Task body)
    {
        try
        {
            await body;
        }
        catch when (FailuresOf(body.Exception) is { Length: > 0 } failures)
        {
            await FailAsync(failures);
        }
    }

    /// <summary>The wait begins when the block has ended: what the block does is recorded by itself.</summary>
    private async Task JoinAsync(Task body, CancellationToken cancellationToken)
    {
        var main = WatchBody(body);
        await Gather.Ended([main]);
        if (main.IsCanceled)
        {
            await StopAsync();
        }

        await RecordedWait
            .For("task group", WaitReason.Tasks, ChildrenAsync(cancellationToken), () => LaneTasks.LastToEnd(_recorded))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await DisposeOwnedAsync();
        _stop.Dispose();
        ThrowIfItFailed(cancellationToken);
    }

    /// <summary>Ends as the group will, for the chart; thrown is later, when what it owns has been disposed.</summary>
    private async Task ChildrenAsync(CancellationToken cancellationToken)
    {
        await AllEnded();
        ThrowIfItFailed(cancellationToken);
    }

    private void ThrowIfItFailed(CancellationToken cancellationToken)
    {
        if (_failures.Count > 0)
        {
            throw new AggregateException(_failures);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Children may start children: the group closes when the last of them has ended.</summary>
    private Task AllEnded()
    {
        lock (_gate)
        {
            _isClosed = _open == 0;
            if (_isClosed)
            {
                return Task.CompletedTask;
            }

            _allEnded = new TaskCompletionSource();
            return _allEnded.Task;
        }
    }

    private async Task DisposeOwnedAsync()
    {
        foreach (var resource in _owned)
        {
            try
            {
                await DisposeAsync(resource);
            }
            catch (Exception problem)
            {
                _failures.Add(problem);
            }
        }
    }

    private static async ValueTask DisposeAsync(object resource)
    {
        if (resource is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            ((IDisposable)resource).Dispose();
        }
    }

    /// <summary>A child that has not ended: remembered by its end, so that it costs no state machine.</summary>
    private sealed class Child(TaskGroup group, Task task, Task itself)
    {
        public void Ended() => group.Ended(task, itself);
    }
}

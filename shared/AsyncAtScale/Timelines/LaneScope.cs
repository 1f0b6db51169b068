namespace AsyncAtScale.Timelines;

/// <summary>
/// Makes a lane the ambient one from here on. To be used in an async method: what it sets there is
/// undone when control returns to the caller.
/// </summary>
internal sealed class LaneScope : IDisposable
{
    private readonly Lane? _lane;

    private LaneScope(Lane? lane) => _lane = lane;

    public Ending Ending { get; set; }

    /// <summary>Runs a task in a lane of its own, a child of the ambient one; just runs it if no run is recorded.</summary>
    public static Task<T> Run<T>(string name, Func<Task<T>> body) => Run(name, body, static body => body());

    /// <summary>As <see cref="Run{T}"/>, for a body that gets what it needs instead of capturing it.</summary>
    public static Task<T> Run<TState, T>(string name, TState state, Func<TState, Task<T>> body)
    {
        if (Lane.Current is not { } parent)
        {
            return body(state);
        }

        var lane = parent.Recorder.StartLane(name, parent);
        var task = RunIn(lane, state, body);
        LaneTasks.Add(task, lane);
        return task;
    }

    public static LaneScope Enter(Lane? lane)
    {
        if (lane is not null)
        {
            Lane.Current = lane;
        }

        return new LaneScope(lane);
    }

    public void Dispose() => _lane?.End(Ending);

    private static async Task<T> RunIn<TState, T>(Lane lane, TState state, Func<TState, Task<T>> body)
    {
        using var scope = Enter(lane);
        try
        {
            return await body(state);
        }
        catch (Exception problem)
        {
            scope.Ending = problem is OperationCanceledException ? Ending.Cancelled : Ending.Failed;
            throw;
        }
    }
}

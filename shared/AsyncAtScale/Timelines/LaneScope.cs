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
    public static Task<T> Run<T>(string name, Func<Task<T>> body)
    {
        if (Lane.Current is not { } parent)
        {
            return body();
        }

        var lane = parent.Recorder.StartLane(name, parent);
        var task = RunIn(lane, body);
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

    private static async Task<T> RunIn<T>(Lane lane, Func<Task<T>> body)
    {
        using var scope = Enter(lane);
        try
        {
            return await body();
        }
        catch (Exception problem)
        {
            scope.Ending = problem is OperationCanceledException ? Ending.Cancelled : Ending.Failed;
            throw;
        }
    }
}

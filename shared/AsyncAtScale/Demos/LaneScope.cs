using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// Makes a lane the ambient one from here on. To be used in an async method: what it sets there is
/// undone when control returns to the caller.
/// </summary>
internal sealed class LaneScope : IDisposable
{
    private readonly Lane? _lane;

    private LaneScope(Lane? lane) => _lane = lane;

    public Ending Ending { get; set; }

    /// <summary>A child of the ambient lane; nothing if no run is recorded.</summary>
    public static LaneScope Start(string name)
    {
        var parent = Lane.Current;
        return Enter(parent?.Recorder.StartLane(name, parent));
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
}

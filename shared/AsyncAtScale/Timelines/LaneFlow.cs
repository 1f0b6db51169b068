namespace AsyncAtScale.Timelines;

/// <summary>
/// Tells a recorder that asks for it whenever a thread goes on with one of its lanes. Only lanes of such a run carry
/// the notification; for all others it costs one comparison when a lane begins.
/// </summary>
internal static class LaneFlow
{
    private static readonly AsyncLocal<Lane?> Flow = new(OnChanged);

    public static void Follow(Lane? lane)
    {
        if (lane?.Recorder.Entered is not null)
        {
            Flow.Value = lane;
        }
    }

    private static void OnChanged(AsyncLocalValueChangedArgs<Lane?> change)
    {
        if (change.CurrentValue is { } lane)
        {
            lane.Recorder.Entered?.Invoke(lane);
        }
    }
}

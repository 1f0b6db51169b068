namespace AsyncAtScale.Timelines;

/// <summary>
/// Who cancelled: noted in the flow of whoever cancels the token. Last in, first told: made after what it watches has begun,
/// it knows before that hears of it.
/// </summary>
internal sealed class Canceller : IDisposable
{
    private readonly CancellationTokenRegistration _watch;

    public Canceller(CancellationToken cancellationToken) =>
        _watch = cancellationToken.UnsafeRegister(static canceller => ((Canceller)canceller!).Lane = Timelines.Lane.Current, this);

    /// <summary>The lane that cancelled; null if nobody has, or it was no lane.</summary>
    public Lane? Lane { get; private set; }

    public void Dispose() => _watch.Dispose();
}

namespace AsyncAtScale.Primitives;

/// <summary>
/// One place inside a semaphore. It is used again and again; the lease number tells the current
/// holder's permit from copies that earlier holders may have kept.
/// </summary>
internal sealed class PermitSlot(AsyncSemaphore semaphore)
{
    public AsyncSemaphore Semaphore { get; } = semaphore;

    /// <summary>Goes up when the place is given back. Written under the semaphore's lock.</summary>
    public int Lease;
}

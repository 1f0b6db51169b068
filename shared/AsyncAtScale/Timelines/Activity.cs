namespace AsyncAtScale.Timelines;

/// <summary>What a lane is doing during a <see cref="Span"/>.</summary>
public enum Activity : byte
{
    /// <summary>Work that makes progress without holding a thread: a call on its way, a simulated duration.</summary>
    Running,

    /// <summary>Held up: for a permit, an item, room, an event, a lock, a timer or other tasks.</summary>
    Waiting,

    /// <summary>Holds its thread, so that nothing else on a single-threaded loop can go on.</summary>
    Blocking,

    /// <summary>A pause before a retry.</summary>
    Backoff,
}

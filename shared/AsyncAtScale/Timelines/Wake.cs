namespace AsyncAtScale.Timelines;

/// <summary>The end of a wait (or of work, when cancelled) and its one cause.</summary>
/// <param name="At">When, counted from the start of the run.</param>
/// <param name="Lane">The lane that goes on.</param>
/// <param name="Cause">The lane that made it go on; null if no lane did (a timer) or it is not known.</param>
/// <param name="Kind">How the cause acted.</param>
public sealed record Wake(TimeSpan At, string Lane, string? Cause, WakeKind Kind);

/// <summary>How one lane made another go on.</summary>
public enum WakeKind : byte
{
    /// <summary>It handed over what the other waited for: a permit, an item, room, a signal, a result.</summary>
    Handover,

    /// <summary>No lane did: a timer fell due, as far as anybody knows.</summary>
    Timer,

    /// <summary>It cancelled the other.</summary>
    Cancellation,

    /// <summary>It started the other.</summary>
    Start,
}

namespace AsyncAtScale.Timelines;

/// <summary>From when to when a lane existed.</summary>
/// <param name="Name">The lane.</param>
/// <param name="Parent">The lane that started it, or null.</param>
/// <param name="Start">When it was started, counted from the start of the run.</param>
/// <param name="End">When it ended; null if it never did.</param>
/// <param name="Ending">How it ended.</param>
public sealed record LaneLife(string Name, string? Parent, TimeSpan Start, TimeSpan? End, Ending Ending);

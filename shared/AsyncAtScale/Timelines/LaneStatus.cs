namespace AsyncAtScale.Timelines;

/// <summary>What a lane that has not ended is doing.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Activity">What it does; null if nothing was recorded: it waits, and nobody said what for.</param>
/// <param name="Label">What the work or the wait is called, or null.</param>
/// <param name="Reason">What it waits for, or null.</param>
/// <param name="Since">Since when, counted from the start of the run.</param>
public sealed record LaneStatus(string Lane, Activity? Activity, string? Label, string? Reason, TimeSpan Since);

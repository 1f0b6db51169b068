using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>A continuation that can run, and the lane whose step made it ready.</summary>
internal readonly record struct ReadyStep(SendOrPostCallback Callback, object? State, Lane? Waker);

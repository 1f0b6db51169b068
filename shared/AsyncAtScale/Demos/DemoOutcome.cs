using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>What is left when the body of a demo has ended or stands still.</summary>
internal sealed record DemoOutcome<T>(Recorder Recorder, Outcome Outcome, T? Result, Exception? Exception)
{
    public IReadOnlyList<SlowStep> SlowSteps { get; init; } = [];
}

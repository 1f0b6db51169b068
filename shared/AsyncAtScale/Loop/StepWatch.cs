using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>Notes the steps that take long in real time, while virtual time stands still and sees nothing of it.</summary>
internal sealed class StepWatch(TimeSpan limit)
{
    private readonly List<SlowStep> _slowSteps = [];

    public IReadOnlyList<SlowStep> SlowSteps => _slowSteps;

    public void Note(long start, TimeSpan at, Lane? waker)
    {
        var took = WallClock.Since(start);
        if (took > limit)
        {
            _slowSteps.Add(new SlowStep(at, took, waker?.Name));
        }
    }
}

/// <summary>A step that really took long: a blocking call, or a machine that was busy with something else.</summary>
/// <param name="At">Virtual time of the step.</param>
/// <param name="Took">How long it really took.</param>
/// <param name="Waker">The lane that had made it ready, or null.</param>
public sealed record SlowStep(TimeSpan At, TimeSpan Took, string? Waker);

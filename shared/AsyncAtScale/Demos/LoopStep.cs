namespace AsyncAtScale.Demos;

/// <summary>One entry of a loop's log.</summary>
/// <param name="At">When, counted from the start of the run.</param>
/// <param name="Kind">What the loop did.</param>
/// <param name="Lane">The lane it did it for; null if there is none, or if it is not known.</param>
/// <param name="What">What happened, in words.</param>
/// <param name="Ready">How many steps are ready and wait for their turn afterwards.</param>
public sealed record LoopStep(TimeSpan At, LoopStepKind Kind, string? Lane, string What, int Ready);

/// <summary>What an event loop does.</summary>
public enum LoopStepKind
{
    /// <summary>It runs a step, until that waits or ends.</summary>
    Run,

    /// <summary>A step joins the queue of those that can run.</summary>
    Ready,

    /// <summary>A timer is due, and its callback runs.</summary>
    Timer,

    /// <summary>Nothing is ready: it sleeps until the next timer.</summary>
    Wait,

    /// <summary>Only in debug mode: a step has held the thread for long.</summary>
    Warning,
}

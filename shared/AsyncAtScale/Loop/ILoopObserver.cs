using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>
/// Hears what a virtual loop does, in the order in which it does it. Called on the loop's thread, but for
/// <see cref="Ready"/>, which comes from wherever a continuation was queued.
/// </summary>
internal interface ILoopObserver
{
    /// <summary>A step was queued, to run when its turn comes.</summary>
    /// <param name="at">Virtual time.</param>
    /// <param name="step">Tells it from the others in the queue.</param>
    /// <param name="by">The lane whose step queued it; null if that is not known.</param>
    void Ready(TimeSpan at, object? step, Lane? by);

    /// <summary>Nothing was ready, so the loop slept until the next timer: the clock has jumped.</summary>
    void Slept(TimeSpan from, TimeSpan until);

    /// <summary>The main function, a queued step or a timer begins to run.</summary>
    /// <param name="at">Virtual time.</param>
    /// <param name="turn">Which of them.</param>
    /// <param name="step">What the step was queued with, or the timer set with.</param>
    void Begins(TimeSpan at, LoopTurn turn, object? step);

    /// <summary>What began last has given control back.</summary>
    void Ends(TimeSpan at);
}

/// <summary>What a loop runs in one go.</summary>
internal enum LoopTurn
{
    /// <summary>The main function, up to its first real wait.</summary>
    Main,

    /// <summary>A step from the ready queue.</summary>
    Step,

    /// <summary>The callback of a timer that is due.</summary>
    Timer,
}

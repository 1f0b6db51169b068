namespace AsyncAtScale.Timelines;

/// <summary>One stretch of a lane. Times count from the start of the run.</summary>
/// <param name="Lane">The task, worker or caller whose stretch this is.</param>
/// <param name="Activity">What the lane was doing.</param>
/// <param name="Ending">How the stretch ended.</param>
/// <param name="Label">What the work is called, or null.</param>
/// <param name="Reason">What a waiting lane waits for ("permit", "item", "timer"), or null if nobody said.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended; null if it never did.</param>
public sealed record Span(
    string Lane,
    Activity Activity,
    Ending Ending,
    string? Label,
    string? Reason,
    TimeSpan Start,
    TimeSpan? End)
{
    /// <summary>The label of tidying up after a cancellation or failure.</summary>
    public const string CleanUpLabel = "clean-up";

    /// <summary>
    /// True for lane time that no recorded activity covers: the lane was alive and waited,
    /// and nothing recorded what for.
    /// </summary>
    public bool IsDerived { get; init; }

    /// <summary>Whether the lane tidies up after a cancellation or failure.</summary>
    public bool IsCleanUp => Activity == Activity.Running && Label == CleanUpLabel;

    /// <summary>How long it took; null if it never ended.</summary>
    public TimeSpan? Duration => End - Start;
}

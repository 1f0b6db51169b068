namespace AsyncAtScale.Charts;

/// <summary>Marks drawn dashed over a chart: what somebody expected of the run, beside what it did.</summary>
/// <param name="Marks">The marks, in the order in which they are told.</param>
/// <param name="Name">What they are, for label, legend and text: "your guess".</param>
public sealed record Ghost(IReadOnlyList<GhostMark> Marks, string Name = "your guess")
{
    /// <summary>The last moment that a mark needs; zero without marks.</summary>
    internal TimeSpan End => Marks.Select(mark => mark.To ?? mark.At).DefaultIfEmpty().Max();
}

/// <summary>One expectation. Times count from the start of the run.</summary>
/// <param name="Lane">The lane it is about; null for the whole run, which draws a line through all rows.</param>
/// <param name="At">When something is expected to happen.</param>
/// <param name="To">When it is expected to be over, which draws the outline of a bar; null for a single moment.</param>
/// <param name="Label">A word or a number beside the mark, or null.</param>
public sealed record GhostMark(string? Lane, TimeSpan At, TimeSpan? To = null, string? Label = null);

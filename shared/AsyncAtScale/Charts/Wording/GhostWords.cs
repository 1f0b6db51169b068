namespace AsyncAtScale.Charts.Wording;

/// <summary>What was expected, in words.</summary>
internal static class GhostWords
{
    /// <summary>One mark: "your guess: session-4 from 0.3 to 0.6 s".</summary>
    public static string Of(Ghost ghost, GhostMark mark) => $"{Name(ghost)}: {Phrase(mark)}";

    /// <summary>All marks in one sentence, or nothing.</summary>
    public static string Of(Ghost? ghost) => ghost is null or { Marks.Count: 0 } ? ""
        : $" {Words.Capital(Name(ghost))}: {string.Join(", ", Told(ghost).Select(Phrase))}.";

    /// <summary>What the marks are called, no longer than a legend may be.</summary>
    public static string Name(Ghost ghost) => LaneNames.Short(ghost.Name);

    /// <summary>Of a run only how long it took: its work is told by its own chart.</summary>
    private static IEnumerable<GhostMark> Told(Ghost ghost) => ghost.IsRun ? ghost.Marks.Where(mark => mark.Lane is null) : ghost.Marks;

    private static string Phrase(GhostMark mark)
    {
        var label = mark.Label is { } number ? $" ({LaneNames.Short(number)})" : "";
        return mark switch
        {
            { Lane: null } => Words.Seconds(mark.At) + " in all",
            { To: { } end } => $"{LaneNames.Short(mark.Lane)} from {Words.Figure(mark.At)} to {Words.Seconds(end)}",
            _ => $"{LaneNames.Short(mark.Lane)} at {Words.Seconds(mark.At)}",
        } + label;
    }
}

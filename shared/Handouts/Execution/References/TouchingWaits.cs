namespace Handouts.Execution.References;

/// <summary>
/// A wait that goes on where another ended is one wait: whether somebody who takes five results, one after the other, waits
/// once or five times is a matter of how the code is written, not of what the lane did.
/// </summary>
internal static class TouchingWaits
{
    /// <param name="spans">Spans in order of their start. Waits that nobody recorded stay as they are.</param>
    public static IReadOnlyList<ComparedSpan> Joined(IEnumerable<ComparedSpan> spans)
    {
        var joined = new List<ComparedSpan>();
        var latest = new Dictionary<string, int>();
        foreach (var span in spans)
        {
            if (!span.IsDerived && latest.TryGetValue(span.Lane, out var place) && joined[place].GoesOnIn(span))
            {
                joined[place] = joined[place] with { State = span.State, End = span.End };
                continue;
            }

            if (!span.IsDerived)
            {
                latest[span.Lane] = joined.Count;
            }

            joined.Add(span);
        }

        return joined;
    }
}

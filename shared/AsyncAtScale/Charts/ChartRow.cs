using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>One row of the chart: a lane, or neighbouring lanes with the same history folded into one.</summary>
/// <param name="Name">What stands at its left.</param>
/// <param name="Lanes">The lanes that it shows, at least one.</param>
/// <param name="Spans">The spans of the first of them, in order of start.</param>
/// <param name="Instants">The instants of the first of them, in the order in which they happened.</param>
internal sealed record ChartRow(
    string Name,
    IReadOnlyList<string> Lanes,
    IReadOnlyList<Span> Spans,
    IReadOnlyList<Instant> Instants)
{
    public bool IsFolded => Lanes.Count > 1;
}

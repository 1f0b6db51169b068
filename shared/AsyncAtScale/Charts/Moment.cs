using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>A time at which something happens, and all that happens then.</summary>
/// <param name="At">When.</param>
/// <param name="Instants">The instants of that time, in order.</param>
/// <param name="Beginning">The spans that begin then.</param>
/// <param name="Ending">The spans that end then.</param>
internal sealed record Moment(
    TimeSpan At,
    IReadOnlyList<Instant> Instants,
    IReadOnlyList<Span> Beginning,
    IReadOnlyList<Span> Ending);

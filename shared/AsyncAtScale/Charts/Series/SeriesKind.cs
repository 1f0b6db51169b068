namespace AsyncAtScale.Charts;

/// <summary>How the points of a <see cref="Series"/> are joined.</summary>
public enum SeriesKind : byte
{
    /// <summary>The value holds from its point to the next: calls in flight, queue depth.</summary>
    Steps,

    /// <summary>Points joined by straight lines: a percentile measured once an interval.</summary>
    Line,

    /// <summary>A bar an interval, from its point on: how many per 0.1 s. Several such series stand on one another.</summary>
    Bars,
}

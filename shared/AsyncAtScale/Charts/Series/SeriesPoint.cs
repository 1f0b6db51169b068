namespace AsyncAtScale.Charts;

/// <summary>One value of a <see cref="Series"/>.</summary>
/// <param name="At">Seconds since the start of the run.</param>
/// <param name="Value">The value, in the unit of the chart; not negative.</param>
public readonly record struct SeriesPoint(double At, double Value);

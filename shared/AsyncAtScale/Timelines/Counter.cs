namespace AsyncAtScale.Timelines;

/// <summary>A number over time, as a step function: permits in use, queue depth, calls in flight.</summary>
/// <param name="Name">For example "permits-in-use".</param>
/// <param name="Limit">The value it may never exceed (permits, capacity), or null.</param>
/// <param name="Points">One point per moment at which the value changed, with the last value of that moment.</param>
public sealed record Counter(string Name, int? Limit, IReadOnlyList<CounterPoint> Points)
{
    /// <summary>The greatest value; 0 if there are no points.</summary>
    public int Peak => Points.Select(point => point.Value).DefaultIfEmpty().Max();
}

/// <summary>The value of a <see cref="Counter"/> from one moment on.</summary>
/// <param name="At">The moment, counted from the start of the run.</param>
/// <param name="Value">The value from then on.</param>
public readonly record struct CounterPoint(TimeSpan At, int Value);

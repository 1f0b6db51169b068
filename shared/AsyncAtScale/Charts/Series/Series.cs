using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>A named number over time, one of those that a <see cref="SeriesChart"/> draws. Immutable.</summary>
public sealed record Series
{
    private Series(string name, SeriesKind kind, IEnumerable<SeriesPoint> points)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(points);
        (Name, Kind, Points) = (name, kind, [.. points]);
        Check();
        Until = Points.Count == 0 ? 0 : Points[^1].At;
    }

    /// <summary>What it is called beside its line.</summary>
    public string Name { get; }

    /// <summary>How its points are joined.</summary>
    public SeriesKind Kind { get; }

    /// <summary>The values, in the order of time.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>Up to when it is known, in seconds: the end of the run for steps, of the last interval for bars.</summary>
    public double Until { get; private init; }

    /// <summary>How long an interval of bars is, in seconds; 0 for lines and steps.</summary>
    public double Per { get; private init; }

    /// <summary>How that which bars count came out: solid is what counted, striped is what was lost.</summary>
    public Ending Ending { get; private init; }

    /// <summary>The greatest value; 0 if there is none.</summary>
    public double Peak => Points.Select(point => point.Value).DefaultIfEmpty().Max();

    /// <summary>A value that holds until the next one.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="points">Seconds and values, in the order of time.</param>
    /// <param name="until">Up to when the last value holds, in seconds; null for its own time.</param>
    /// <exception cref="ArgumentException">Times run backwards, or a time or value is negative or no number.</exception>
    public static Series Steps(string name, IEnumerable<(double At, double Value)> points, double? until = null)
    {
        var series = new Series(name, SeriesKind.Steps, PointsOf(points));
        return series with { Until = Math.Max(series.Until, until ?? 0) };
    }

    /// <summary>Values joined by straight lines.</summary>
    /// <inheritdoc cref="Steps" path="/param"/>
    /// <inheritdoc cref="Steps" path="/exception"/>
    public static Series Line(string name, IEnumerable<(double At, double Value)> points) =>
        new(name, SeriesKind.Line, PointsOf(points));

    /// <summary>One value an interval; the first begins at 0 s.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="per">How long an interval is, in seconds.</param>
    /// <param name="values">The values, one an interval.</param>
    /// <param name="ending">How that which is counted came out: decides whether the bars are solid or striped.</param>
    /// <exception cref="ArgumentException">The interval is not longer than nothing, or a value is negative or no number.</exception>
    public static Series Bars(string name, double per, IEnumerable<double> values, Ending ending = Ending.Normal)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!(per > 0) || double.IsInfinity(per))
        {
            throw new ArgumentException($"An interval of {per} s has no length: give the seconds that a bar stands for, 0.1 for example.", nameof(per));
        }

        var points = values.Select((value, index) => new SeriesPoint(Math.Round(index * per, 9), value));
        var series = new Series(name, SeriesKind.Bars, points);
        return series with { Per = per, Until = Math.Round(series.Points.Count * per, 9), Ending = ending };
    }

    /// <summary>A counter that a run has recorded, or "in-flight", the number of lanes at work.</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="counter">For example "queue-depth", "permits-in-use", "server-in-flight".</param>
    /// <param name="name">What it is called in the chart; null for the counter's own name.</param>
    /// <exception cref="ArgumentException">The run has no such counter; the message names those it has.</exception>
    public static Series Counter(Timeline timeline, string counter, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var found = timeline.Counters.FirstOrDefault(candidate => candidate.Name == counter)
            ?? (counter == InFlight.Name ? InFlight.Of(timeline.Spans) : null)
            ?? throw new ArgumentException(
                $"The run has no counter \"{counter}\". It has: {string.Join(", ", timeline.Counters.Select(one => one.Name).Append(InFlight.Name))}.", nameof(counter));
        var points = found.Points.Select(point => (point.At.TotalSeconds, (double)point.Value));
        return Steps(name ?? Wording.Words.Spaced(counter), points, timeline.Total.TotalSeconds);
    }

    private static IEnumerable<SeriesPoint> PointsOf(IEnumerable<(double At, double Value)> points) =>
        points?.Select(point => new SeriesPoint(point.At, point.Value)) ?? throw new ArgumentNullException(nameof(points));

    private void Check()
    {
        var before = 0.0;
        foreach (var (at, value) in Points)
        {
            if (!double.IsFinite(at) || !double.IsFinite(value) || value < 0 || at < before)
            {
                throw new ArgumentException(
                    $"\"{Name}\" has the value {value} at {at} s after {before} s: times must not run backwards, and neither times nor values may be negative or no number.");
            }

            before = at;
        }
    }
}

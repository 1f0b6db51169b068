using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>A run cut into intervals of one length, from 0 s on; the last one holds the end of the run.</summary>
internal sealed class Intervals
{
    private readonly double _per;

    private Intervals(double per, int count) => (_per, Count) = (per, count);

    /// <summary>How many there are, at least one.</summary>
    public int Count { get; }

    /// <exception cref="ArgumentException">The length is nothing, or there are more than <paramref name="most"/>.</exception>
    public static Intervals Of(Timeline timeline, double per, int most)
    {
        if (!(per > 0) || double.IsInfinity(per))
        {
            throw new ArgumentException($"An interval of {per} s has no length: give the seconds to count in, 0.1 for example.", nameof(per));
        }

        var end = timeline.Spans.Select(span => span.End ?? span.Start).Concat(timeline.Instants.Select(instant => instant.At)).Append(timeline.Total).Max();
        var count = Math.Max(1, Math.Ceiling((end.TotalSeconds / per) - 1e-6));
        return count <= most ? new Intervals(per, (int)count)
            : throw new ArgumentException($"Intervals of {per} s cut a run of {end.TotalSeconds} s into {count:0}; at most {most} can be shown: take longer ones.", nameof(per));
    }

    /// <summary>Which interval a time falls into; what happens at the very end belongs to the last.</summary>
    public int IndexOf(TimeSpan time) => Math.Clamp((int)Math.Floor((time.TotalSeconds / _per) + 1e-9), 0, Count - 1);

    /// <summary>The time in the middle of an interval, in seconds.</summary>
    public double Middle(int index) => Math.Round((index + 0.5) * _per, 9);
}

using System.Globalization;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>How long calls take, as lines for a <see cref="SeriesChart"/>.</summary>
public static class Latency
{
    private const int MostIntervals = 2000;

    private static readonly int[] Usual = [50, 95, 99];

    /// <summary>
    /// Percentiles of the durations of running work that ended well in each interval, by the nearest rank: the smallest
    /// duration that at least so many per cent do not exceed. In seconds, at the middle of the interval; an interval in
    /// which nothing ended has no point.
    /// </summary>
    /// <param name="timeline">The run.</param>
    /// <param name="per">The length of an interval in seconds.</param>
    /// <param name="percentiles">Which, from 1 to 100, smallest first; none for 50, 95 and 99.</param>
    /// <returns>One series each, "p50", "p95", "p99".</returns>
    /// <exception cref="ArgumentException">The interval has no length or there are thousands, or a percentile is none.</exception>
    public static IReadOnlyList<Series> Percentiles(Timeline timeline, double per, params IReadOnlyList<int> percentiles)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(percentiles);
        IReadOnlyList<int> asked = percentiles.Count == 0 ? Usual : percentiles;
        if (asked.FirstOrDefault(percentile => percentile is < 1 or > 100, 1) is not 1 and var wrong)
        {
            throw new ArgumentException($"There is no percentile {wrong}: they go from 1 to 100.", nameof(percentiles));
        }

        var intervals = Intervals.Of(timeline, per, MostIntervals);
        var durations = timeline.Spans
            .Where(span => span is { Activity: Activity.Running, Ending: Ending.Normal, End: not null, IsCleanUp: false })
            .GroupBy(span => intervals.IndexOf(span.End!.Value)).OrderBy(group => group.Key)
            .Select(group => (At: intervals.Middle(group.Key), Sorted: group.Select(span => span.Duration!.Value.TotalSeconds).Order().ToList())).ToList();
        return [.. asked.Select(percentile => Series.Line(
            string.Create(CultureInfo.InvariantCulture, $"p{percentile}"),
            durations.Select(interval => (interval.At, NearestRank(interval.Sorted, percentile)))))];
    }

    private static double NearestRank(List<double> sorted, int percentile) =>
        Math.Round(sorted[(int)Math.Ceiling(percentile / 100.0 * sorted.Count) - 1], 6);
}

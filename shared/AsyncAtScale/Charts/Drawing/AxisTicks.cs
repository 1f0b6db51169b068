namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Chooses the times that the axis names: those of the events where they are few and apart, else round steps; the
/// end of the run always.
/// </summary>
internal static class AxisTicks
{
    private const int MostEvents = 9;
    private const double LeastGap = 34;
    private const double LeastStep = 80;

    public static IReadOnlyList<TimeSpan> For(ChartRun run, TimeAxis axis, double plotPixels)
    {
        var events = run.Moments.Select(moment => moment.At).Append(TimeSpan.Zero).Append(run.End).Distinct().Order().ToList();
        var areApart = events.Zip(events.Skip(1), (one, next) => axis.Share(one, next) * plotPixels).All(gap => gap >= LeastGap);
        return events.Count is > 2 and <= MostEvents && areApart ? events : Rounded(axis.Domain, axis.End, plotPixels);
    }

    /// <summary>Round steps of an axis of so many seconds, and the end of what is drawn on it.</summary>
    public static IReadOnlyList<TimeSpan> Rounded(double domain, TimeSpan end, double plotPixels)
    {
        var pixelsPerSecond = plotPixels / domain;
        var step = RoundSteps().First(step => step * pixelsPerSecond >= LeastStep);
        var ticks = new List<TimeSpan>();
        for (var i = 0; i * step <= end.TotalSeconds + 1e-9; i++)
        {
            ticks.Add(TimeSpan.FromMicroseconds(Math.Round(i * step * 1e6)));
        }

        var gap = (end - ticks[^1]).TotalSeconds * pixelsPerSecond;
        if (ticks.Count > 1 && gap < LeastGap)
        {
            ticks.RemoveAt(ticks.Count - 1);
        }

        if (ticks[^1] != end)
        {
            ticks.Add(end);
        }

        return ticks;
    }

    /// <summary>1, 2, 5, 10 …, from a microsecond up.</summary>
    public static IEnumerable<double> RoundSteps()
    {
        for (var power = -6; ; power++)
        {
            foreach (var digit in new[] { 1, 2, 5 })
            {
                yield return digit * Math.Pow(10, power);
            }
        }
    }
}

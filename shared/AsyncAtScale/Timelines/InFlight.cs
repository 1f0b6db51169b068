namespace AsyncAtScale.Timelines;

/// <summary>How many lanes are at work at each moment: the number that async programming is about.</summary>
internal static class InFlight
{
    public const string Name = "in-flight";

    /// <summary>
    /// The recorded counters, and the derived one where it says something new: not for a single lane, and not if a
    /// recorded counter shows the same or bears its name.
    /// </summary>
    /// <param name="recorded">The recorded counters, settled.</param>
    /// <param name="spans">All spans.</param>
    /// <param name="settle">Leaves one value for each moment.</param>
    public static IReadOnlyList<Counter> AddTo(
        IReadOnlyList<Counter> recorded, IReadOnlyList<Span> spans, Func<Counter, Counter> settle)
    {
        var derived = settle(Of(spans));
        var isNews = derived.Points.Count > 0
            && spans.Select(span => span.Lane).Distinct().Skip(1).Any()
            && !recorded.Any(counter => counter.Name == Name || Changes(counter.Points).SequenceEqual(derived.Points));
        return isNews ? [.. recorded, derived] : recorded;
    }

    /// <summary>The derived counter, whatever else is counted.</summary>
    public static Counter Of(IReadOnlyList<Span> spans) => new(Name, null, Points(spans));

    private static List<CounterPoint> Points(IReadOnlyList<Span> spans)
    {
        var changes = new SortedDictionary<TimeSpan, int>();
        foreach (var span in spans.Where(span => span.Activity is Activity.Running or Activity.Blocking))
        {
            changes[span.Start] = changes.GetValueOrDefault(span.Start) + 1;
            if (span.End is { } end)
            {
                changes[end] = changes.GetValueOrDefault(end) - 1;
            }
        }

        var value = 0;
        return Changes(changes.Select(change => new CounterPoint(change.Key, value += change.Value)));
    }

    /// <summary>Only the points at which the value is a new one, counted from nought.</summary>
    public static List<CounterPoint> Changes(IEnumerable<CounterPoint> points)
    {
        var changes = new List<CounterPoint>();
        var last = 0;
        foreach (var point in points)
        {
            if (point.Value != last)
            {
                changes.Add(point);
            }

            last = point.Value;
        }

        return changes;
    }
}

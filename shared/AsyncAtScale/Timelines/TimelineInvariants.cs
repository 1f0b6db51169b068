namespace AsyncAtScale.Timelines;

/// <summary>What is true of every honest timeline, whatever the demo.</summary>
public static class TimelineInvariants
{
    /// <summary>One sentence per violation; empty if all hold.</summary>
    public static IReadOnlyList<string> Violations(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return
        [
            .. TimesInOrder(timeline),
            .. CountersWithinLimits(timeline),
            .. LanesWithoutOverlap(timeline),
            .. LanesWithoutGap(timeline),
            .. OneCausePerWake(timeline),
            .. PathAsLongAsTheRun(timeline),
        ];
    }

    private static IEnumerable<string> TimesInOrder(Timeline timeline)
    {
        foreach (var span in timeline.Spans)
        {
            if (span.Start < TimeSpan.Zero || span.End < span.Start)
            {
                yield return $"{span.Lane}: a span ends before it starts, {Times(span)}";
            }
        }
    }

    private static IEnumerable<string> CountersWithinLimits(Timeline timeline)
    {
        foreach (var counter in timeline.Counters)
        {
            foreach (var point in counter.Points.Where(point => point.Value < 0 || point.Value > counter.Limit))
            {
                yield return $"{counter.Name} is {point.Value} at {Seconds(point.At)}, outside 0 to {counter.Limit}";
            }
        }
    }

    private static IEnumerable<string> LanesWithoutOverlap(Timeline timeline)
    {
        foreach (var lane in timeline.Spans.GroupBy(span => span.Lane))
        {
            foreach (var (first, second) in lane.Zip(lane.Skip(1)))
            {
                if (first.End is null || second.Start < first.End)
                {
                    yield return $"{lane.Key}: {Times(first)} and {Times(second)} overlap";
                }
            }
        }
    }

    /// <summary>The spans of a lane sum to its lifetime. Of the main lane only what it does itself is told.</summary>
    private static IEnumerable<string> LanesWithoutGap(Timeline timeline)
    {
        var spans = timeline.Spans.ToLookup(span => span.Lane);
        foreach (var life in timeline.Lanes.Where(life => life.End is not null && life.Name != DerivedWaits.MainLane))
        {
            var covered = spans[life.Name].Sum(span => TicksWithin(life, span));
            if (covered != (life.End!.Value - life.Start).Ticks)
            {
                yield return $"{life.Name}: lives {Seconds(life.End.Value - life.Start)}, its spans sum to {Seconds(TimeSpan.FromTicks(covered))}";
            }
        }
    }

    /// <summary>Work that a lane began and did not await may go on when the lane has ended.</summary>
    private static long TicksWithin(LaneLife life, Span span)
    {
        var start = Math.Max(span.Start.Ticks, life.Start.Ticks);
        var end = Math.Min((span.End ?? TimeSpan.MaxValue).Ticks, life.End!.Value.Ticks);
        return Math.Max(0, end - start);
    }

    /// <summary>A lane can be woken several times in one moment: as often as something of it ended there.</summary>
    private static IEnumerable<string> OneCausePerWake(Timeline timeline)
    {
        var wakes = timeline.Wakes.Where(wake => wake.Kind != WakeKind.Start).ToLookup(wake => (wake.Lane, wake.At));
        foreach (var woken in timeline.Spans.Where(IsEndedByWake).GroupBy(span => (span.Lane, At: span.End!.Value)))
        {
            var causes = wakes[woken.Key].Count();
            if (causes != woken.Count())
            {
                yield return $"{woken.Key.Lane}: the wait {Times(woken.First())} has {causes} causes instead of {(woken.Count() == 1 ? "one" : woken.Count())}";
            }
        }
    }

    private static bool IsEndedByWake(Span span) =>
        span is { IsDerived: false, End: not null } && (span.Activity == Activity.Waiting || span.Ending == Ending.Cancelled);

    private static IEnumerable<string> PathAsLongAsTheRun(Timeline timeline)
    {
        var path = CriticalPath.Of(timeline);
        var length = TimeSpan.FromTicks(path.Sum(step => (step.End - step.Start).Ticks));
        if (path.Count > 0 && length != timeline.Total)
        {
            yield return $"the critical path is {Seconds(length)} long, the run {Seconds(timeline.Total)}";
        }
    }

    private static string Times(Span span) => $"{Seconds(span.Start)} to {(span.End is { } end ? Seconds(end) : "never")}";

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.######} s");
}

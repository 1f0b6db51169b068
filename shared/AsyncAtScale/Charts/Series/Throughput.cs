using System.Globalization;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>How many things happen in each interval of a run, as bars for a <see cref="SeriesChart"/>.</summary>
public static class Throughput
{
    /// <summary>More bars than this no page can show.</summary>
    private const int MostBars = 2000;

    private static readonly (Ending Ending, string Name)[] Names =
    [
        (Ending.Normal, "finished"), (Ending.TimedOut, "timed out"), (Ending.Failed, "failed"), (Ending.Cancelled, "cancelled"),
    ];

    /// <summary>How often an instant happens, by its name: "finished", "processed", "put".</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="instant">The name of the instant.</param>
    /// <param name="per">The length of an interval in seconds.</param>
    /// <param name="name">What the series is called; null for the instant's own name.</param>
    /// <exception cref="ArgumentException">The interval has no length, or gives thousands of bars.</exception>
    public static Series Of(Timeline timeline, string instant, double per, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var times = timeline.Instants.Where(candidate => candidate.Name == instant).Select(candidate => candidate.At);
        return Bars(timeline, name ?? Wording.Words.Spaced(instant), times, per, Ending.Normal);
    }

    /// <summary>The answers by status, one series a status, smallest first: what was served is solid, what was refused is not.</summary>
    /// <param name="timeline">A run whose calls record "answer" with their status.</param>
    /// <param name="per">The length of an interval in seconds.</param>
    /// <exception cref="ArgumentException">The interval has no length, or gives thousands of bars.</exception>
    public static IReadOnlyList<Series> ByStatus(Timeline timeline, double per)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return
        [
            .. timeline.Instants.Where(instant => Answers.StatusOf(instant) is not null)
                .GroupBy(instant => Answers.StatusOf(instant)!.Value).OrderBy(group => group.Key)
                .Select(group => Bars(timeline, NameOf(group.Key), group.Select(instant => instant.At), per, EndingOf(group.Key))),
        ];
    }

    /// <summary>The ends of running work by how it ended: finished, timed out, failed, cancelled; those that happen.</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="per">The length of an interval in seconds.</param>
    /// <exception cref="ArgumentException">The interval has no length, or gives thousands of bars.</exception>
    public static IReadOnlyList<Series> ByEnding(Timeline timeline, double per)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var work = timeline.Spans.Where(span => span is { Activity: Activity.Running, End: not null, IsCleanUp: false }).ToLookup(span => span.Ending);
        return
        [
            .. Names.Where(name => work[name.Ending].Any())
                .Select(name => Bars(timeline, name.Name, work[name.Ending].Select(span => span.End!.Value), per, name.Ending)),
        ];
    }

    private static Series Bars(Timeline timeline, string name, IEnumerable<TimeSpan> times, double per, Ending ending)
    {
        var intervals = Intervals.Of(timeline, per, MostBars);
        var counts = new double[intervals.Count];
        foreach (var time in times)
        {
            counts[intervals.IndexOf(time)]++;
        }

        return Series.Bars(name, per, counts, ending);
    }

    private static string NameOf(int status)
    {
        var said = status switch { 200 => "served", 429 => "refused", 503 => "fault", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{status} {said}").TrimEnd();
    }

    private static Ending EndingOf(int status) => !Answers.IsRefusal(status) ? Ending.Normal : status == 429 ? Ending.Cancelled : Ending.Failed;
}

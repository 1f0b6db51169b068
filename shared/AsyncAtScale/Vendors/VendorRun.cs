using System.Globalization;
using AsyncAtScale.Charts;
using AsyncAtScale.Demos;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Vendors;

/// <summary>
/// A client's run against the vendor, from both sides: the client's lanes as a Gantt chart, over it the vendor's own count of
/// what it worked on, and below the vendor's figures.
/// </summary>
/// <typeparam name="T">What the client returned.</typeparam>
public sealed class VendorRun<T> : HtmlView
{
    private readonly DemoRun<T> _run;
    private readonly IReadOnlyList<RegionSeen> _seen;

    internal VendorRun(DemoRun<T> run, IReadOnlyList<RegionSeen> seen, long heapGrowth)
        : this(run, seen, heapGrowth, WithCounters(run.Timeline, [.. seen.Where(region => region.Statistics.Requests > 0)]))
    {
    }

    private VendorRun(DemoRun<T> run, IReadOnlyList<RegionSeen> seen, long heapGrowth, Timeline timeline) =>
        (_run, _seen, HeapGrowth, Timeline) = (run, seen, heapGrowth, timeline);

    /// <summary>What every lane of the client did, with the vendor's counters.</summary>
    public Timeline Timeline { get; }

    /// <summary>What the client returned.</summary>
    /// <exception cref="Exception">The exception that ended the client, if it did not return.</exception>
    public T Result => _run.Result;

    /// <summary>What ended the client, or null if it returned.</summary>
    public Exception? Exception => _run.Exception;

    /// <summary>Seconds from the start of the client to its end.</summary>
    public double Seconds => _run.Elapsed.TotalSeconds;

    /// <summary>What the vendor saw: its first region, if it has several.</summary>
    public VendorStatistics Vendor => _seen[0].Statistics;

    /// <summary>By how many bytes the client's heap grew at most, garbage included.</summary>
    public long HeapGrowth { get; }

    /// <summary>The same run with the first so many lanes in its chart; its counters and figures still count all.</summary>
    public VendorRun<T> First(int lanes) => new(_run, _seen, HeapGrowth, Timeline.FirstLanes(lanes));

    /// <summary>What one of the regions saw.</summary>
    public VendorStatistics Region(string name) => _seen.Single(region => region.Limits.Region == name).Statistics;

    /// <inheritdoc/>
    public override string ToHtml() => new GanttChart(Timeline).ToHtml() + VendorTable.Html(Facts()) + FailureNote.Html(Exception);

    /// <inheritdoc/>
    public override string ToString() => $"{new GanttChart(Timeline)}\n\n{VendorTable.Text(Facts())}{FailureNote.Text(Exception)}";

    private static Timeline WithCounters(Timeline timeline, IReadOnlyList<RegionSeen> asked) =>
        asked.Aggregate(timeline, (all, region) => region.AddTo(all, isOnly: asked.Count == 1));

    private IEnumerable<(string What, string Value)> Facts()
    {
        var asked = _seen.Where(region => region.Statistics.Requests > 0).ToList();
        foreach (var region in asked)
        {
            foreach (var (what, value) in region.Facts)
            {
                yield return (asked.Count == 1 ? what : $"{region.Limits.Region}: {what}", value);
            }
        }

        yield return ("client's heap", string.Create(CultureInfo.InvariantCulture, $"grew by {HeapGrowth / 1e6:0.#} MB at most"));
    }
}

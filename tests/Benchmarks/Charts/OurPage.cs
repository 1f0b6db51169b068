using System.Diagnostics;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace Benchmarks.Charts;

/// <summary>Our chart as a page of its own, and what it costs to make.</summary>
internal static class OurPage
{
    public static (string Html, double Milliseconds, long Bytes) Measure(Timeline run, int rounds)
    {
        var (html, best, bytes) = ("", double.MaxValue, long.MaxValue);
        for (var round = 0; round <= rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            html = new GanttChart(run).ToHtml();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (Page("<script>globalThis.began = performance.now()</script>" + html + "<script>" + Painted + "</script>"), best, bytes);
    }

    /// <summary>Two frames later everything that the script has put into the page has been painted.</summary>
    public const string Painted = "requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.painted = performance.now() }));";

    public static string Page(string body) => $"<!doctype html><html lang=en><meta charset=utf-8><title>Chart</title><body>{body}";
}

using System.Globalization;
using Microsoft.Playwright;

namespace Benchmarks.Charts;

/// <summary>
/// How long it takes until a run is painted, ours beside plotly.js with the same spans, in turns in one browser. From the start of
/// the navigation to the second animation frame after everything is drawn; median of some rounds. plotly.js comes from npm
/// into a temporary folder.
/// </summary>
internal static class ChartContest
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("charts-").FullName;
        try
        {
            var plotly = Plotly.Fetch(folder);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
            });
            Console.WriteLine($"painted after, median (best) of {rounds} rounds in turns; {Path.GetFileName(plotly)} {new FileInfo(plotly).Length / 1e6:0.0} MB, loaded anew by each of its pages");
            foreach (var size in Sizes)
            {
                await CompareAsync(browser, folder, plotly, size, rounds);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(IBrowser browser, string folder, string plotly, int size, int rounds)
    {
        var run = LargeTimeline.Of(size);
        var own = OurPage.Measure(run, rounds);
        (string Name, string Path)[] pages =
        [
            ("ours", Save(folder, "ours", size, own.Html)),
            .. Plotly.Kinds.Select(kind => (kind, Save(folder, kind, size, Plotly.Page(run, kind, plotly)))),
        ];
        var painted = pages.ToDictionary(page => page.Name, _ => new List<Painting>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, path) in round % 2 == 0 ? pages : [.. pages.Reverse()])
            {
                var painting = await PaintAsync(browser, path);
                if (round > 0)
                {
                    painted[name].Add(painting);
                }
            }
        }

        Console.WriteLine($"\n{size:N0} spans; the fragment is made in {own.Milliseconds:0} ms (best of {rounds}) with {own.Bytes / 1e6:0.0} MB allocated");
        foreach (var (name, path) in pages)
        {
            Report(name, path, painted[name]);
        }
    }

    private static void Report(string name, string path, List<Painting> paintings)
    {
        double Median(Func<Painting, double> value) => paintings.Select(value).Order().ElementAt(paintings.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-10}{Median(one => one.Milliseconds),8:0} ms ({paintings.Min(one => one.Milliseconds):0}), drawing alone {Median(one => one.Drawing),6:0} ms, heap {Median(one => one.Heap) / 1e6,6:0.0} MB, page {new FileInfo(path).Length / 1e3,7:0} kB"));
    }

    /// <summary>A context of its own each time: nothing is warm but the browser.</summary>
    private static async Task<Painting> PaintAsync(IBrowser browser, string path)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1000, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(path).AbsoluteUri, new() { Timeout = 180_000, WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => globalThis.painted > 0", null, new() { Timeout = 180_000, PollingInterval = 100 });
        var times = await page.EvaluateAsync<double[]>("[globalThis.painted, globalThis.painted - globalThis.began]");
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        var heap = await page.EvaluateAsync<double>("performance.memory.usedJSHeapSize");
        return new Painting(times[0], times[1], heap);
    }

    private static string Save(string folder, string name, int size, string html)
    {
        var path = Path.Combine(folder, $"{name}-{size}.html");
        File.WriteAllText(path, html);
        return path;
    }

    /// <param name="Milliseconds">From the start of the navigation until it was painted.</param>
    /// <param name="Drawing">From when the page's own content began, the library loaded, until it was painted.</param>
    /// <param name="Heap">Bytes of the JavaScript heap afterwards, garbage collected.</param>
    private sealed record Painting(double Milliseconds, double Drawing, double Heap);
}

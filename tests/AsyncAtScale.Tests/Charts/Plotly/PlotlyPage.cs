using AsyncAtScale.Charts.Plotly;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts.Plotly;

/// <summary>A page with charts and a plotly.js of one version, in a real browser without a network.</summary>
internal static class PlotlyPage
{
    /// <summary>The last of the line that XPlot names, the one that Plotly.NET 5.1 names, and the last two lines.</summary>
    public static TheoryData<string> Versions => ["1.58.5", "2.27.1", "3.7.0", "4.1.2"];

    public static async Task<PlotlyScript> ScriptAsync(string version) =>
        new(await NpmPackage.ReadAsync("plotly.js-dist-min", version, "plotly.min.js"));

    /// <summary>Opens the fragments, in this order, and waits until each figure is drawn.</summary>
    public static async Task<OpenPage> OpenAsync(Browser browser, IEnumerable<string> fragments, int width = 900, ColorScheme theme = ColorScheme.Light)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, "<!doctype html><html lang=en><meta charset=utf-8><title>Charts</title><body><main><h1>Charts</h1>" + string.Concat(fragments) + "</main>");
        var page = await browser.OpenAsync(file, width, theme: theme);
        await page.Page.WaitForFunctionAsync(
            "[...document.querySelectorAll('.course-plotly')].every(root => root.querySelector('.still').hidden && root.querySelector('.main-svg'))",
            options: new() { Timeout = 60_000 });
        return page;
    }
}

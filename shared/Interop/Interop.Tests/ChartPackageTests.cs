using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Plotly;
using AsyncAtScale.Interop;
using AsyncAtScale.Timelines;
using Plotly.NET;

namespace Interop.Tests;

/// <summary>A run as a chart of either package says what the figure says, and what its page says is only text.</summary>
public sealed class ChartPackageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Run = "lecture24-24.1.as-written";

    private static readonly string[] Hostile =
        ["</script><script>globalThis.hit = 1</script>", "[LAYOUT]", "\"+(globalThis.hit=1)+\"", "<img src=x onerror=globalThis.hit=1>"];

    public static TheoryData<string> Packages => ["Plotly.NET", "XPlot.Plotly"];

    public void Dispose() => ChartRenderer.Current = null;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Figure_ThroughThePackage_IsTheCoursesOwn(string package)
    {
        var expected = JsonNode.Parse(new PlotlyFigure(Reference(Run)).ToJson())!;
        ChartRenderer.Current = Renderer(package);

        var html = new HtmlParser().ParseDocument(new GanttChart(Reference(Run)).ToHtml());
        var figure = JsonNode.Parse(html.QuerySelector("script[data-kind=plotly]")!.TextContent)!;

        Assert.True(JsonNode.DeepEquals(expected["data"], figure["data"]), figure["data"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(expected["layout"], figure["layout"]), figure["layout"]!.ToJsonString());
        Assert.NotNull(html.QuerySelector("script[data-kind=timeline]"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task OwnPageOfThePackage_WithHostileNames_DrawsThemAndRunsNone(string package)
    {
        foreach (var name in Hostile)
        {
            await using var page = await OpenOwnPageAsync(package, Named(name));

            Assert.Equal("none", await page.EvaluateAsync<string>("String(globalThis.hit ?? 'none')"));
            Assert.Equal(2, await page.Page.Locator(".bars .point").CountAsync());
            Assert.Equal(name, await page.Page.Locator(".gtitle").TextContentAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Notebook_WithThePackagesRenderer_IsDrawnOffline(string package)
    {
        ChartRenderer.Current = Renderer(package);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        var html = new GanttChart(Reference(Run)).ToHtml() + PlotlyNetRenderer.Script().ToHtml();
        await File.WriteAllTextAsync(file, "<!doctype html><meta charset=utf-8>" + html, TestContext.Current.CancellationToken);

        await using var page = await browser.OpenAsync(file);
        await page.Page.WaitForSelectorAsync(".course-plotly .main-svg", new() { Timeout = 60_000 });

        Assert.Equal(15, await page.Page.Locator(".bars .point").CountAsync());
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    private static PlotlyRenderer Renderer(string package) => package == "Plotly.NET" ? new PlotlyNetRenderer() : new XPlotRenderer();

    /// <summary>The page as the package writes it, with the plotly.js that it names handed to it in place of the network.</summary>
    private async Task<OpenPage> OpenOwnPageAsync(string package, Timeline timeline)
    {
        var (html, version) = package == "Plotly.NET"
            ? (GenericChart.toEmbeddedHTML(timeline.ToPlotlyNet()), "2.27.1")
            : (timeline.ToXPlot().GetHtml(), "1.58.5");
        var script = await NpmPackage.ReadAsync("plotly.js-dist-min", version, "plotly.min.js");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, "<meta charset=utf-8><p>wait");
        var page = await browser.OpenAsync(file);
        await page.Page.Context.SetOfflineAsync(false);
        await page.Page.Context.RouteAsync("**/*", route => route.Request.Url.Contains("plotly", StringComparison.Ordinal) && route.Request.Url.EndsWith(".js", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Body = script, ContentType = "text/javascript", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } })
            : route.Request.Url == "http://course.test/" ? route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" })
            : route.AbortAsync());
        await page.Page.GotoAsync("http://course.test/");
        await page.Page.WaitForSelectorAsync(".main-svg .bars", new() { Timeout = 60_000, State = Microsoft.Playwright.WaitForSelectorState.Attached });
        return page;
    }

    private static Timeline Reference(string id) =>
        TimelineFormat.Read(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Reference, id + ".json")))!.AsObject());

    private static Timeline Named(string name) => new()
    {
        Title = name,
        Outcome = Outcome.Completed,
        Total = TimeSpan.FromSeconds(2),
        Spans =
        [
            new(name, Activity.Running, Ending.Normal, name, null, TimeSpan.Zero, TimeSpan.FromSeconds(1)),
            new("other", Activity.Waiting, Ending.Normal, name, WaitReason.Tasks, TimeSpan.Zero, TimeSpan.FromSeconds(2)),
        ],
    };
}

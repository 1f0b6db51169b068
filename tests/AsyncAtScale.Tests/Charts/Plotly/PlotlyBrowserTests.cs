using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Plotly;
using AsyncAtScale.Timelines;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts.Plotly;

/// <summary>What plotly.js makes of a figure, in four of its versions.</summary>
public class PlotlyBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Runs = ["lecture24-24.1.as-written", "lecture24-24.4.consumers-slower", "lesson3-V.2.as-written"];

    /// <summary>What plotly.js would make bold, a formula, a link; and what packages take for a gap in their page.</summary>
    private static readonly string[] Tempting = ["<b>bold</b> &amp; $x^2$", "<a href='https://x.example'>go</a>", "[LAYOUT]"];

    [Theory]
    [MemberData(nameof(PlotlyPage.Versions), MemberType = typeof(PlotlyPage))]
    public async Task Page_OfRuns_HasEveryBarAndTitleAndNoComplaint(string version)
    {
        var figures = Runs.Select(id => new PlotlyFigure(Reference.Timeline(id)));
        var series = new PlotlyFigure(new SeriesChart("Load", Series.Bars("served", 0.5, [3, 4, 5]), Series.Bars("refused", 0.5, [1, 0, 2], Ending.Failed)));
        var script = await PlotlyPage.ScriptAsync(version);

        await using var page = await PlotlyPage.OpenAsync(browser, [.. figures.Append(series).Select(figure => figure.ToHtml()), script.ToHtml()]);

        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(version, await page.EvaluateAsync<string>("Plotly.version"));
        Assert.Equal(Expected(".in .b > .r").Append(6), await Counts(page, ".course-plotly .bars .point"));
        Assert.Equal(Runs.Select(id => Reference.Timeline(id).Title).Append("Load"), await Texts(page, ".gtitle"));
        Assert.Equal(Runs.Append("Load").Select(_ => "seconds"), await Texts(page, ".xtitle"));
        Assert.Equal(900, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [Theory]
    [InlineData("1.58.5")]
    [InlineData("4.1.2")]
    public async Task Page_WithHostileNames_RunsNoneAndShowsThemAsText(string version)
    {
        var names = HostileNamesTests.Names.Select(name => name.Data).Where(name => name.AsSpan().IndexOfAny("<&\0") >= 0);
        var figures = names.Concat(Tempting).Select(name => new PlotlyFigure(HostileNamesTests.Everywhere(name)).ToHtml());
        var script = await PlotlyPage.ScriptAsync(version);

        await using var page = await PlotlyPage.OpenAsync(browser, [script.ToHtml(), .. figures]);

        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('img, .main-svg a, [onload], [onerror]').length"));
        Assert.Equal(Tempting, (await Texts(page, ".gtitle")).TakeLast(Tempting.Length));
    }

    [Fact]
    public async Task Page_WithoutPlotly_KeepsOurPicture()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, "<!doctype html><meta charset=utf-8>" + new PlotlyFigure(Reference.Timeline(Runs[0])).ToHtml(), TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(file);

        Assert.True(await page.Page.Locator(".still svg.pl").IsVisibleAsync());
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task Page_InTheDark_PaintsTheFigureInTheColoursOfTheDark()
    {
        var script = await PlotlyPage.ScriptAsync("2.27.1");
        await using var page = await PlotlyPage.OpenAsync(browser, [script.ToHtml(), new PlotlyFigure(Reference.Timeline(Runs[0])).ToHtml()], theme: ColorScheme.Dark);

        Assert.Equal("rgb(89, 162, 241)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.bars .point path')).fill"));
        Assert.Equal("rgb(232, 234, 237)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.gtitle')).fill"));
    }

    [Fact]
    public async Task Page_WithAFigure_BreaksNoRuleOfAccessibility()
    {
        var script = await PlotlyPage.ScriptAsync("4.1.2");
        await using var page = await PlotlyPage.OpenAsync(browser, [script.ToHtml(), new PlotlyFigure(Reference.Timeline(Runs[0])).ToHtml()]);

        Assert.Empty(await page.Page.ViolationsAsync());
    }

    [Fact]
    public async Task Page_WithAFigureThatPlotlyCannotDraw_KeepsOurPicture()
    {
        var html = new PlotlyFigure(Reference.Timeline(Runs[0])).ToHtml();
        const string Broken = "<script>globalThis.Plotly = { newPlot() { throw new Error('no') } }</script>";
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, "<!doctype html><meta charset=utf-8>" + Broken + html, TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(file);

        Assert.True(await page.Page.Locator(".still svg.pl").IsVisibleAsync());
        Assert.Equal(0, await page.Page.Locator(".course-plotly > [role=img]").CountAsync());
    }

    /// <summary>How many bars our own picture of each run has.</summary>
    private static IEnumerable<int> Expected(string selector) => Runs.Select(id =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(new GanttChart(Reference.Timeline(id)).ToHtml()).QuerySelectorAll(selector).Length);

    private static Task<int[]> Counts(OpenPage page, string selector) => page.EvaluateAsync<int[]>(
        $"[...document.querySelectorAll('.course-plotly')].map(root => root.querySelectorAll('{selector}').length)");

    private static Task<string[]> Texts(OpenPage page, string selector) => page.EvaluateAsync<string[]>(
        $"[...document.querySelectorAll('{selector}')].map(text => text.textContent)");
}

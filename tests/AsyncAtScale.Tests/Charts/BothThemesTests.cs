using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>A chart in light and in dark on one page, whatever the page is in.</summary>
public class BothThemesTests(Browser browser) : IClassFixture<Browser>
{
    private static BothThemes View() => new(() => new GanttChart(Small.Run(1, [Small.Work("a", 0, 1)])));

    [Fact]
    public void ToHtml_HasTheViewTwiceWithIdsThatDiffer()
    {
        var page = new HtmlParser().ParseDocument(View().ToHtml());
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(2, page.QuerySelectorAll("figure").Length);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colours_AreThoseOfEachTheme_OnAnyPage(ColorScheme system)
    {
        await using var context = await browser.Chromium.NewContextAsync(new() { ColorScheme = system });
        var (page, messages) = await StrictPage.OpenAsync(context, View().ToHtml());

        var fills = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.in .run .r')].map(bar => getComputedStyle(bar).fill)");

        Assert.Equal(["rgb(26, 109, 188)", "rgb(89, 162, 241)"], fills);
        Assert.Empty(messages);
    }
}

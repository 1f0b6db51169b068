using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Series charts in a real browser, under a policy as strict as a handout's.</summary>
public class SeriesBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string LettersOutside = """
        () => [...document.querySelectorAll('.course-plot svg text')].filter(text => text.checkVisibility() && text.getClientRects().length)
          .filter(text => { const r = text.getBoundingClientRect(); return r.left < -1 || r.right > innerWidth + 1 })
          .map(text => text.textContent)
        """;

    [Theory]
    [InlineData(390)]
    [InlineData(900)]
    public async Task Page_OfEveryKind_HasNoLetterOutsideAndNothingAgainstAxe(int width)
    {
        await using var context = await browser.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var (page, messages) = await StrictPage.OpenAsync(context, string.Concat(SeriesChartTests.Kinds.Select(kind => SeriesChartTests.Of(kind.Data).ToHtml())));

        Assert.Empty(await page.EvaluateAsync<string[]>(LettersOutside));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        Assert.Empty(await page.ViolationsAsync());
        Assert.Empty(messages);
    }

    [Fact]
    public async Task Cursor_ByKeyboard_ReadsTheValuesOut()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var (page, messages) = await StrictPage.OpenAsync(context, SeriesChartTests.Of("steps").ToHtml());
        var cursor = page.GetByRole(AriaRole.Slider);

        await cursor.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal("0.2 s: five places 3 items, one place 1 items", await cursor.GetAttributeAsync("aria-valuetext"));
        Assert.Equal("0.2 s  five places 3 items, one place 1 items", await page.Locator(".now").TextContentAsync());
        Assert.Equal("10%", await page.Locator(".hair").EvaluateAsync<string>("hair => hair.style.left"));
        Assert.Empty(messages);
    }

    [Fact]
    public async Task Script_ThatRunsTwice_GivesOneCursor()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var html = SeriesChartTests.Of("band").ToHtml();
        var (page, messages) = await StrictPage.OpenAsync(context, html + html);

        Assert.Equal(2, await page.GetByRole(AriaRole.Slider).CountAsync());
        Assert.Empty(messages);
    }
}

using AsyncAtScale.Charts;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Large runs in a real browser, under a policy as strict as a handout's.</summary>
public class OverviewBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Which tokens of the palette are to be seen in the canvas, at least a few dozen pixels of each.</summary>
    private const string ColoursOnCanvas = """
        () => {
          const canvas = document.querySelector('.cv'), chart = document.querySelector('.course-overview'), style = getComputedStyle(chart);
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height), counts = {};
          for (let i = 0; i < data.length; i += 4) { const key = `${data[i]},${data[i + 1]},${data[i + 2]}`; counts[key] = (counts[key] ?? 0) + 1; }
          const rgb = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)).join();
          return ['run', 'wf', 'st'].filter(name => counts[rgb(style.getPropertyValue('--' + name).trim())] > 30);
        }
        """;

    [Theory]
    [InlineData("bars", 390)]
    [InlineData("bars", 900)]
    [InlineData("shares", 390)]
    [InlineData("shares", 900)]
    public async Task Page_OfALargeRun_FitsAndHasNothingAgainstAxe(string kind, int width)
    {
        await using var context = await browser.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var (page, messages) = await StrictPage.OpenAsync(context, new GanttChart(OverviewTests.Of(kind)).ToHtml());

        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        Assert.Empty(await page.ViolationsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        Assert.Empty(await page.ViolationsAsync());
        Assert.Empty(messages);
    }

    [Fact]
    public async Task Zoom_FromShares_LeadsToBars()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var (page, messages) = await StrictPage.OpenAsync(context, new GanttChart(OverviewTests.Of("shares")).ToHtml());
        var closer = page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" });
        Assert.Equal(0, await page.Locator("canvas").CountAsync());

        await closer.ClickAsync();
        var far = await page.EvaluateAsync<string[]>(ColoursOnCanvas);
        for (var i = 0; i < 5; i++)
        {
            await closer.ClickAsync();
        }

        var near = await page.EvaluateAsync<string[]>(ColoursOnCanvas);

        // Waiting is grey as a share, a pale dashed box as a bar.
        Assert.Equal(["run", "st"], far);
        Assert.Contains("wf", near);
        Assert.Matches(@"^\d\.\d+ s to \d\.\d+ s; call-00\d+ to call-00\d+$", await page.Locator(".now").TextContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Whole run" }).ClickAsync();
        Assert.False(await page.Locator("canvas").IsVisibleAsync());

        // That the test reads the canvas back more than once is a hint of Chromium's, not a fault of the page.
        Assert.DoesNotContain(messages, message => !message.StartsWith("Canvas2D: Multiple readback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keyboard_ZoomsAndMoves()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var (page, messages) = await StrictPage.OpenAsync(context, new GanttChart(OverviewTests.Of("bars")).ToHtml());
        var now = page.Locator(".now");

        await page.Locator(".pad").FocusAsync();
        await page.Keyboard.PressAsync("+");
        var middle = await now.TextContentAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowUp");
        var moved = await now.TextContentAsync();
        await page.Keyboard.PressAsync("0");

        Assert.NotEqual(middle, moved);
        Assert.Equal("The whole run.", await now.TextContentAsync());
        Assert.Empty(messages);
    }

    [Fact]
    public async Task Pointer_OverABar_ReadsItOut()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var (page, _) = await StrictPage.OpenAsync(context, new GanttChart(OverviewTests.Of("bars")).ToHtml());
        for (var i = 0; i < 4; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        }

        var pad = await page.Locator(".pad").BoundingBoxAsync();
        for (var step = 0; step < 12; step++)
        {
            await page.Mouse.MoveAsync(pad!.X + 200 + (step * 9), pad.Y + 100 + step);
        }

        Assert.Matches(@"^call-\d{5}: (waiting|running|work lost: .*|pause before a retry) \(.*\), ", await page.Locator(".now").TextContentAsync());
    }

    [Fact]
    public async Task Print_AfterZooming_ShowsTheWholeRun()
    {
        await using var context = await browser.Chromium.NewContextAsync();
        var (page, _) = await StrictPage.OpenAsync(context, new GanttChart(OverviewTests.Of("bars")).ToHtml());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await page.Locator("canvas").IsVisibleAsync());
        Assert.Equal("visible", await page.Locator(".in .ob.run").EvaluateAsync<string>("bar => getComputedStyle(bar).visibility"));
    }
}

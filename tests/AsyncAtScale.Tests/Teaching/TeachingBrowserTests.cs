using AsyncAtScale.Display;
using AsyncAtScale.Teaching;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Teaching;

/// <summary>Questions, checks and verdicts as a reader meets them: with a mouse, a keyboard, a screen reader, in both themes.</summary>
public sealed class TeachingBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly HtmlView[] Views =
    [
        new Quiz("How many rounds?").Choice("two", false, "One is left over.").Choice("three", true, "Four, four and one."),
        new Quiz("How many rounds?").Choice("two", false, "One is left over.").Choice("three", true, "Four, four and one.").Answer(1),
        new Exercise("gates").Expect("it runs", () => true, "Start it.").Expect("it ends", () => false, "End it."),
        new Exercise("gates").Expect("it ends", () => false, "End it.").Hint("too-small", () => true, "Small."),
        Prediction.Starts(("session-4", 0.3), ("session-7", 0.3)).Judge(Reference.Timeline("lecture24-24.1.as-written")),
        Prediction.Total(0.9).Judge(Reference.Timeline("lecture24-24.1.as-written")),
    ];

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Views_InEveryTheme_BreakNoRuleAndFit(int width, ColorScheme theme)
    {
        var page = await OpenAsync(width, theme);

        Assert.Empty(await page.ViolationsAsync());
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task Quiz_ByKeyboard_OpensAChoiceToItsExplanation()
    {
        var page = await OpenAsync(800, ColorScheme.Light);
        var explanation = page.GetByText("Right. Four, four and one.").First;
        Assert.False(await explanation.IsVisibleAsync());

        await page.Locator(".quiz summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await explanation.WaitForAsync();
        Assert.False(await page.Locator(".quiz").First.GetByText("One is left over.").IsVisibleAsync());
    }

    [Fact]
    public async Task Check_ForAScreenReader_SaysInWordsWhatTheSignsShow()
    {
        var page = await OpenAsync(800, ColorScheme.Light);

        var points = await page.Locator(".check").First.AriaSnapshotAsync();

        Assert.Contains("Met: it runs", points, StringComparison.Ordinal);
        Assert.Contains("Not yet: it ends", points, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", points, StringComparison.Ordinal);
    }

    private async Task<IPage> OpenAsync(int width, ColorScheme theme)
    {
        var page = await browser.Chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = theme });
        var colours = theme == ColorScheme.Dark ? "color:#e8eaed;background:#1f1f1f" : "color:#1b1f24;background:#fff";
        await page.SetContentAsync(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Views</title>"
            + $"<body style='margin:0;padding:0 12px;{colours}'><main><h1>Views</h1>{string.Concat(Views.Select(view => view.ToHtml()))}</main>");
        return page;
    }
}

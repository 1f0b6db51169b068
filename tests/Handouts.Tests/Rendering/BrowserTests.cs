using Microsoft.Playwright;

namespace Handouts.Tests.Rendering;

public sealed class BrowserTests(SamplePages pages, Browser browser)
{
    public static TheoryData<string> Files => ["08-semaphore.html", "08-semaphore.instructor.html", "index.html"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Page_WithoutNetwork_LoadsNothingAndComplainsOfNothing(string file)
    {
        await using var open = await browser.OpenAsync(pages.PathOf(file));

        await open.Page.Locator("#theme").ClickAsync();

        Assert.Empty(open.Complaints);
        Assert.Empty(open.Requests);
    }

    [Theory]
    [InlineData("08-semaphore.html", 390)]
    [InlineData("08-semaphore.html", 768)]
    [InlineData("08-semaphore.html", 1100)]
    [InlineData("08-semaphore.instructor.html", 390)]
    [InlineData("index.html", 390)]
    [InlineData("index.html", 2560)]
    public async Task Page_AtAnyWidth_NeverScrollsSideways(string file, int width)
    {
        await using var open = await browser.OpenAsync(pages.PathOf(file), width);
        await open.EvaluateAsync<int>("() => { for (const d of document.querySelectorAll('details:not([name])')) d.open = true; return 0; }");

        Assert.Equal(width, await open.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Charts_WithScriptsOff_AreAllToBeSeen()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"), scripts: false);

        var charts = await open.Page.Locator(".out svg[role=img]").AllAsync();

        Assert.Equal(4, charts.Count);
        await open.Page.Locator("details.deeper > summary").Last.ClickAsync();
        foreach (var chart in charts)
        {
            Assert.True(await chart.Locator(".body .b.run").First.IsVisibleAsync());
        }

        Assert.True(await open.Page.Locator(".why").First.IsVisibleAsync());
        Assert.False(await open.Page.Locator(".veil").First.IsVisibleAsync());
        Assert.False(await open.Page.Locator(".btn").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("at 0.6 s", "✓ As you said: at 0.6 s. Twice three sessions had to leave first.")]
    [InlineData("at 0.3 s", "You said at 0.3 s. It was at 0.6 s. Twice three sessions had to leave first.")]
    public async Task Prediction_AfterAChoice_ShowsTheRunAndSaysWhy(string choice, string verdict)
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));
        var form = open.Page.Locator("form.question").Nth(1);
        var gate = open.Page.Locator(".gate").Nth(1);
        Assert.True(await form.GetByRole(AriaRole.Button, new() { Name = "Run cell 4" }).IsDisabledAsync());
        Assert.False(await gate.Locator(".body .b.run").First.IsVisibleAsync());
        Assert.False(await gate.Locator(".why").IsVisibleAsync());

        await form.GetByText(choice, new() { Exact = true }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Run cell 4" }).ClickAsync();

        Assert.True(await gate.Locator(".body .b.run").First.IsVisibleAsync());
        Assert.True(await gate.Locator(".why").IsVisibleAsync());
        Assert.Equal(verdict, (await form.Locator(".verdict").InnerTextAsync()).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task ShowAllResults_OpensEveryGate()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));

        await open.Page.Locator("#show-all").ClickAsync();

        Assert.Equal(0, await open.Page.Locator(".gate:not([data-open])").CountAsync());
        Assert.True(await open.Page.Locator("#show-all").IsDisabledAsync());
    }

    [Fact]
    public async Task Print_BeforeAnyGuess_ShowsEverything()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));

        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var shown in await open.Page.Locator(".gate .why, .gate .b.run, .answers").AllAsync())
        {
            Assert.True(await shown.IsVisibleAsync());
        }

        Assert.False(await open.Page.Locator(".bar").IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await open.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.chip')).backgroundColor.replace('rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)')"));
    }

    [Fact]
    public async Task Tab_ThroughThePage_GoesInReadingOrderAndNeverIntoWhatWaits()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));

        var stops = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            stops.Add(await open.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement;
                  const box = at.getBoundingClientRect();
                  const held = at.closest('.gate:not([data-open]) .held') ? ' HELD' : '';
                  return `${at.className || at.localName}|${Math.round(box.top + scrollY)}|${!!at.closest('main')}${held}`;
                }
                """));
        }

        Assert.StartsWith("skip|", stops[0], StringComparison.Ordinal);
        Assert.StartsWith("brand|", stops[1], StringComparison.Ordinal);
        Assert.DoesNotContain(stops, stop => stop.EndsWith("HELD", StringComparison.Ordinal));
        var tops = stops.Where(stop => stop.EndsWith("true", StringComparison.Ordinal)).Select(stop => int.Parse(stop.Split('|')[1], null)).ToList();
        Assert.True(tops.Count > 20);
        Assert.All(tops.Zip(tops.Skip(1)), pair => Assert.True(pair.Second > pair.First - 60, $"{pair.First} → {pair.Second}"));
    }

    [Fact]
    public async Task Theme_Changed_IsKeptForTheNextPage()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));

        await open.Page.Locator("#theme").ClickAsync();
        await open.Page.Locator("#theme").ClickAsync();
        await open.GoToAsync(pages.PathOf("index.html"));

        Assert.Equal("dark", await open.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.Equal("rgb(20, 23, 27)", await open.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Done_Ticked_IsMarkedOnTheMap()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));

        await open.Page.Locator("#done").CheckAsync();
        await open.GoToAsync(pages.PathOf("index.html"));

        await open.Page.Locator("li[data-name='08-semaphore'] .tick").WaitForAsync(); // storage may reach the next page a little late
        Assert.Equal("1 of 3 done, 1 h 0 min to go", await open.Page.Locator("#state").InnerTextAsync());
    }

    [Fact]
    public async Task Done_TickedInAnotherTab_IsMarkedOnAMapThatIsOpen()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"));
        var untouched = await open.Page.Locator("#state").InnerTextAsync();
        var other = await open.Page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(pages.PathOf("08-semaphore.html")).AbsoluteUri);

        await other.Locator("#done").CheckAsync();
        await open.Page.Locator("li[data-name='08-semaphore'] .tick").WaitForAsync();
        await other.Locator("#done").UncheckAsync();
        await open.Page.Locator("li[data-name='08-semaphore'] .tick").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        Assert.Equal(untouched, await open.Page.Locator("#state").InnerTextAsync());
    }

    [Fact]
    public async Task Contents_OnAPhone_OpenAsASheetAndCloseOnAChoice()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"), width: 390);
        Assert.False(await open.Page.Locator("#toc").IsVisibleAsync());

        await open.Page.Locator(".toc-button").ClickAsync();
        await open.Page.Locator("#toc a[href='#quiz']").ClickAsync();

        Assert.False(await open.Page.Locator("#toc").IsVisibleAsync());
        Assert.True(await open.Page.Locator("#quiz").IsVisibleAsync());
    }
}

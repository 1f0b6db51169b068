using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>The search of the real map: no server, no network, a file in a folder.</summary>
public sealed class SearchTests(HandoutPages pages, Browser browser)
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("index.instructor.html")]
    public async Task EveryPlace_InTheIndex_IsOnItsPage(string file)
    {
        var parser = new HtmlParser();
        var map = parser.ParseDocument(await File.ReadAllTextAsync(pages.PathOf(file), TestContext.Current.CancellationToken));
        var notebooks = JsonNode.Parse(map.GetElementById("search-data")!.TextContent)!.AsArray();

        Assert.True(notebooks.Count > 10);
        foreach (var notebook in notebooks)
        {
            var page = parser.ParseDocument(await File.ReadAllTextAsync(pages.PathOf((string)notebook![0]!), TestContext.Current.CancellationToken));
            var anchors = notebook[3]!.AsArray().Select(place => ((string)place![0]!, (string)place[1]!)).Where(place => place.Item1.Length > 0).ToList();
            Assert.NotEmpty(anchors);
            Assert.All(anchors, place => Assert.Contains(
                place.Item2, page.GetElementById(place.Item1)!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("nine permits")]
    [InlineData("NÏNE sessions")]
    [InlineData("semaphoreslim")]
    [InlineData("unequal SESSIONS")]
    public async Task Search_ForWords_LeadsToTheSemaphoreFirst(string query)
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"));
        await SearchAsync(open, query);

        Assert.StartsWith("08-semaphore.html", await open.Page.Locator("#hits a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.True(await open.Page.Locator("#hits mark").First.IsVisibleAsync());
        Assert.False(await open.Page.Locator(".map").First.IsVisibleAsync());
        Assert.Empty(open.Complaints);
        Assert.Empty(open.Requests);
    }

    [Fact]
    public async Task Search_ForSeveralWords_FindsOnlyPlacesThatHaveThemAll()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"));

        await SearchAsync(open, "backoff jitter");
        var places = await open.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#hits a')].map(a => a.getAttribute('href'))");
        await SearchAsync(open, "backoff zzzz");

        Assert.NotEmpty(places);
        Assert.StartsWith("Nothing found.", await open.Page.Locator("#found").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await open.Page.Locator("#hits a").CountAsync());
    }

    [Fact]
    public async Task Search_InsideAWord_FindsNothingButAtItsCapitals()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"));

        await SearchAsync(open, "emaphore");
        Assert.Equal(0, await open.Page.Locator("#hits a").CountAsync());

        await SearchAsync(open, "whenall");
        Assert.NotEqual(0, await open.Page.Locator("#hits a").CountAsync());
    }

    [Fact]
    public async Task Search_ByKeyboard_GoesToThePlaceAndBackToTheList()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"));

        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("unequal sessions");
        await open.Page.Locator("#hits a").First.WaitForAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await open.EvaluateAsync<bool>("() => document.activeElement === document.querySelector('#hits a')"));
        await open.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("q", await open.EvaluateAsync<string>("() => document.activeElement.id"));
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page).ToHaveURLAsync(new Regex(@"/08-semaphore\.html#"), new() { Timeout = 60_000 }); // asks again; WaitForURL may miss it
        await open.Page.GoBackAsync();

        await open.Page.Locator("#hits a").First.WaitForAsync();
        Assert.Equal("unequal sessions", await open.Page.Locator("#q").InputValueAsync());
        await open.Page.Locator("#q").FocusAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.True(await open.Page.Locator(".map").First.IsVisibleAsync());
        Assert.Equal("", await open.Page.Locator("#q").InputValueAsync());
    }

    [Fact]
    public async Task Map_WithScriptsOff_HasNoSearchThatDoesNothing()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("index.html"), scripts: false);

        Assert.False(await open.Page.Locator("#q").IsVisibleAsync());
        Assert.True(await open.Page.Locator(".map").First.IsVisibleAsync());
    }

    private static async Task SearchAsync(OpenPage open, string query)
    {
        await open.Page.Locator("#q").FillAsync(query);
        await Assertions.Expect(open.Page.Locator("#found")).Not.ToBeEmptyAsync(new() { Timeout = 60_000 });
    }
}

using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>What only a browser can tell: whether everything fits, in both themes, on a phone and on a desk.</summary>
public class GanttBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Letters = """
        () => {
          const faults = [], shown = e => e.checkVisibility({ visibilityProperty: true });
          const say = (f, t, what) => faults.push(`${f.querySelector('.hd').textContent} | ${t.textContent} | ${what}`);
          for (const f of document.querySelectorAll('.course-gantt')) {
            const box = f.getBoundingClientRect();
            for (const t of f.querySelectorAll('.pl text')) {
              if (!shown(t)) continue;
              const r = t.getBoundingClientRect();
              if (r.left < box.left - 1 || r.right > box.right + 1 || r.right > innerWidth) say(f, t, `leaves the chart: ${r.left}–${r.right} of ${box.left}–${box.right}`);
            }
            for (const b of f.querySelectorAll('.b')) {
              const body = b.querySelector('.r')?.getBoundingClientRect();
              for (const t of b.querySelectorAll('.bt:not(.be)')) if (shown(t)) {
                const r = t.getBoundingClientRect();
                if (r.right > body.right + 1 || r.left < body.left - 1) say(f, t, `leaves its bar: ${r.right} of ${body.right}`);
              }
            }
            for (const l of f.querySelectorAll('.ln, .cn')) {
              const ts = [...l.querySelectorAll('text')].filter(shown).map(t => [t, t.getBoundingClientRect()]);
              ts.forEach(([a, p], i) => ts.slice(i + 1).forEach(([b, q]) => {
                if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4) say(f, a, `overlaps ${b.textContent}`);
              }));
            }
            const ticks = [...f.querySelectorAll('.tk')].filter(shown).map(t => t.getBoundingClientRect());
            ticks.forEach((t, i) => { if (i && t.left < ticks[i - 1].right + 2 && t.left >= ticks[i - 1].left) say(f, f.querySelectorAll('.tk')[i], 'touches the tick before') });
          }
          return faults;
        }
        """;

    public static TheoryData<string, int> Pages => new()
    {
        { "vscode-light", 390 }, { "vscode-dark", 390 }, { "vscode-light", 1280 }, { "vscode-dark", 1280 },
        { "vscode-light", 375 }, { "vscode-light", 430 }, { "vscode-light", 560 }, { "vscode-light", 600 }, { "vscode-light", 700 }, { "vscode-light", 860 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfAllRuns_HasNoLetterOutOfPlace(string theme, int width)
    {
        await using var context = await Context(width);
        var (page, messages) = await Open(context, AllRuns(), theme);

        var faults = await page.EvaluateAsync<string[]>(Letters);

        Assert.Empty(faults);
        Assert.Empty(messages);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Page_WithDataOpen_DoesNotScrollSideways(int width)
    {
        await using var context = await Context(width);
        var (page, _) = await Open(context, AllRuns(), "vscode-light");

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [Fact]
    public async Task Page_WithHostileNames_RunsNoneOfThem()
    {
        await using var context = await Context(390);
        var charts = string.Concat(HostileNamesTests.Names.Select(name => new GanttChart(HostileNamesTests.Everywhere(name.Data)).ToHtml()));
        var (page, messages) = await Open(context, charts, "vscode-light");

        Assert.Empty(messages);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('img').length"));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [Theory]
    [InlineData("", "", "light", "#1a6dbc")]
    [InlineData("", "", "dark", "#59a2f1")]
    [InlineData("", "vscode-light", "dark", "#1a6dbc")]
    [InlineData("", "vscode-dark", "light", "#59a2f1")]
    [InlineData("", "vscode-high-contrast", "light", "#59a2f1")]
    [InlineData("", "vscode-high-contrast vscode-high-contrast-light", "dark", "#1a6dbc")]
    [InlineData("data-theme=light", "", "dark", "#1a6dbc")]
    [InlineData("data-theme=dark", "", "light", "#59a2f1")]
    public async Task Colours_FollowThePage_BeforeTheSystem(string root, string body, string system, string expected)
    {
        await using var context = await Context(800, system == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        var (page, _) = await Open(context, Chart("lecture24-24.1.as-written"), body, root);

        Assert.Equal(expected, await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.course-gantt')).getPropertyValue('--run').trim()"));
        Assert.Equal(Rgb(expected), await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.in .run .r')).fill"));
    }

    [Fact]
    public async Task Colours_OfAPageThatBringsAPalette_AreThePages()
    {
        await using var context = await Context(800);
        var (page, _) = await Open(context, "<style>:root{--course-run:#0b747f}</style>" + Chart("lecture24-24.1.as-written"), "vscode-dark");

        Assert.Equal("rgb(11, 116, 127)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.in .run .r')).fill"));
    }

    [Fact]
    public async Task Chips_WithoutAnyScript_ShowTheArrows()
    {
        await using var context = await Context(800);
        Span[] spans = [Small.Work("a", 0, 1), Small.Wait("b", 0, 1, WaitReason.Permit), Small.Work("b", 1, 2)];
        var (page, _) = await Open(context, new GanttChart(Small.Run(2, spans, wakes: [Small.Handover("b", "a", 1)])).ToHtml(), "");
        Task<string> Opacity() => page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.wk')).opacity");

        Assert.Equal("0", await Opacity());
        await page.GetByLabel("Who woke whom").CheckAsync();
        Assert.Equal("1", await Opacity());
    }

    [Theory]
    [InlineData(3, "1")]
    [InlineData(14, "0")] // so many would hide the bars
    public async Task Paper_ShowsFewArrowsAndTheOutlinesOfCounters(int arrows, string opacity)
    {
        await using var context = await Context(900);
        var (page, _) = await Open(context, Handovers(arrows) + AllRuns(), "vscode-light");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var drawn = await page.Locator(".wk").EvaluateAllAsync<string[]>("all => all.map(arrow => getComputedStyle(arrow).opacity)");
        var outlines = await page.Locator(".cn .so").EvaluateAllAsync<string[]>("all => all.map(line => getComputedStyle(line).display)");

        Assert.Equal(2 * arrows, drawn.Length);
        Assert.All(drawn, seen => Assert.Equal(opacity, seen));
        Assert.NotEmpty(outlines);
        Assert.DoesNotContain("none", outlines);
    }

    /// <summary>One lane after the other, each woken by the one before.</summary>
    private static string Handovers(int count) => new GanttChart(Small.Run(
        count + 1,
        [.. Enumerable.Range(0, count + 1).SelectMany(n => (Span[])[Small.Wait($"lane-{n}", 0, n, WaitReason.Permit), Small.Work($"lane-{n}", n, n + 1)])],
        wakes: [.. Enumerable.Range(1, count).Select(n => Small.Handover($"lane-{n}", $"lane-{n - 1}", n))])).ToHtml();

    [Fact]
    public async Task Page_WithAStrictPolicy_ShowsTheChartUnharmed()
    {
        await using var context = await Context(800);
        var html = Chart("lesson3-V.2.as-written");
        var source = new HtmlParser().ParseDocument(html);
        string Hashes(string selector) => string.Join(' ', source.QuerySelectorAll(selector)
            .Select(element => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'"));
        var policy = $"<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src {Hashes("style")}; script-src {Hashes("script[data-course]")}\">";

        var (page, messages) = await Open(context, html, "", head: policy);

        Assert.Empty(messages);
        Assert.Equal(1, await page.Locator("input[type=range]").CountAsync());
        Assert.Equal("rgb(26, 109, 188)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.in .run .r')).fill"));
    }

    private static string AllRuns() => string.Concat(Reference.Ids.Select(Chart));

    private static string Chart(string id) => new GanttChart(Reference.Timeline(id)).ToHtml();

    private async Task<IBrowserContext> Context(int width, ColorScheme system = ColorScheme.Light) =>
        await browser.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = system });

    /// <summary>A page as a notebook makes it, and what its console has said.</summary>
    private static async Task<(IPage Page, List<string> Messages)> Open(
        IBrowserContext context, string content, string bodyClass, string root = "", string head = "")
    {
        var page = await context.NewPageAsync();
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        var padding = head.Length > 0 ? "" : "<style>body{margin:0;padding:0 12px}</style>";
        await page.SetContentAsync($"<!doctype html><html lang=en {root}><meta charset=utf-8>{head}<title>Charts</title>{padding}<body class='{bodyClass}'>{content}");
        return (page, messages);
    }

    private static string Rgb(string hex) =>
        $"rgb({string.Join(", ", Convert.FromHexString(hex[1..]).Select(part => (int)part))})";
}

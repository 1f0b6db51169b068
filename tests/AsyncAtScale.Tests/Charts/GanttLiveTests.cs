using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>What the script adds: playback, keys, tool tips, zoom; and that it leaves the page alone.</summary>
public class GanttLiveTests(Browser browser) : IClassFixture<Browser>
{
    private const string Sessions = "lecture24-24.1.unequal";
    private const string Queue = "lecture24-24.4.consumers-slower";

    [Fact]
    public async Task Slider_ByKeys_GoesFromEventToEventAndTellsEach()
    {
        await using var context = await Context();
        var (page, complaints) = await Open(context, Chart(Sessions));
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Time" });
        await slider.FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("0.12", await slider.InputValueAsync());
        Assert.StartsWith("0.12 s session-2", await page.Locator(".cap").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(await page.Locator(".cap").TextContentAsync(), await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal(["session-2", "session-4"], await page.Locator(".ln.now .lb").AllTextContentsAsync());
        Assert.True(await page.Locator(".fv").IsVisibleAsync());

        await page.Keyboard.PressAsync("End");
        Assert.Equal("0.81", await slider.InputValueAsync());
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("0.69", await slider.InputValueAsync());
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("0", await slider.InputValueAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator(".fv").IsVisibleAsync());
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce)]
    [InlineData(ReducedMotion.NoPreference)]
    public async Task Play_OfAShortRun_ReachesItsEndAndStops(ReducedMotion motion)
    {
        await using var context = await Context(motion: motion);
        var (page, complaints) = await Open(context, new GanttChart(Small.Run(2, [Small.Work("a", 0, 1), Small.Work("b", 1, 2)])).ToHtml());
        var times = await Record(page);
        await page.GetByLabel("Speed").SelectOptionAsync("4");

        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).WaitForAsync();
        await page.Locator(".cap", new() { HasTextString = "2 s" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).WaitForAsync(new() { Timeout = 60_000 });
        var seen = await times.EvaluateAsync<double[]>("times => times");
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(100, seen[^1]);
        // Without motion the cursor only ever stands at events.
        Assert.Equal(motion == ReducedMotion.Reduce, seen.All(share => share is 0 or 50 or 100));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Play_Paused_StaysWhereItIs()
    {
        await using var context = await Context();
        var (page, _) = await Open(context, Chart(Queue));
        var slider = page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();

        await page.Keyboard.PressAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        var at = await slider.InputValueAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.Equal(at, await slider.InputValueAsync());
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Cursor_AtAnEvent_ShowsItsArrows()
    {
        await using var context = await Context();
        Span[] spans = [Small.Work("a", 0, 1), Small.Wait("b", 0, 1, WaitReason.Permit), Small.Work("b", 1, 2)];
        var (page, _) = await Open(context, new GanttChart(Small.Run(2, spans, wakes: [Small.Handover("b", "a", 1)])).ToHtml());
        await page.GetByRole(AriaRole.Slider).FocusAsync();

        Assert.Equal(0, await page.Locator(".wk.on").CountAsync());
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("1", await page.Locator(".wk.on").First.EvaluateAsync<string>("arrow => getComputedStyle(arrow).opacity"));
    }

    [Fact]
    public async Task Bars_ByKeys_AreWalkedAndRead()
    {
        await using var context = await Context();
        var (page, _) = await Open(context, Chart(Sessions));
        var (tip, caption) = (page.Locator(".tip"), page.Locator(".cap"));

        await page.Locator(".vp").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        Assert.StartsWith("session-1", await tip.TextContentAsync(), StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(["session-4", "running", "0.12 – 0.42 s, takes 0.3 s"], await tip.Locator("b, p").AllTextContentsAsync());
        Assert.Equal("session-4 · running · 0.12 – 0.42 s, takes 0.3 s", await caption.TextContentAsync());
        Assert.Equal("polite", await caption.GetAttributeAsync("aria-live"));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await tip.IsVisibleAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.vp')"));
    }

    [Fact]
    public async Task Tip_OfABar_CanBeReachedAndDismissed()
    {
        await using var context = await Context();
        var (page, _) = await Open(context, Chart(Sessions));
        var tip = page.Locator(".tip");

        await page.Locator(".ln").Nth(3).Locator(".run .r").HoverAsync(new() { Force = true });
        await tip.WaitForAsync();
        await tip.HoverAsync();
        Assert.Contains("session-4", await tip.TextContentAsync());
        await page.Keyboard.PressAsync("Escape");
        await tip.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Locator(".ln").Nth(3).Locator(".run .r").HoverAsync(new() { Force = true });
        await tip.WaitForAsync();
        await page.Mouse.MoveAsync(1, 1);
        await tip.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Legend_SwitchedOff_HidesBarsAndTheirMarks(bool scripts)
    {
        await using var context = await Context(scripts: scripts);
        var (page, _) = await Open(context, Chart(Queue));
        Task<int> Seen(string look) => page.Locator($".in .{look}:visible").CountAsync();
        var running = await Seen("b.run");

        await page.GetByLabel("waiting").UncheckAsync();
        Assert.Equal(0, await Seen("b.wait"));
        Assert.Equal(running, await Seen("b.run"));
        await page.GetByLabel("waiting").CheckAsync();
        await page.GetByLabel("running").UncheckAsync();
        Assert.NotEqual(0, await Seen("b.wait"));
        Assert.Equal(0, await Seen("run"));
    }

    [Fact]
    public async Task Zoom_IntoALongRun_KeepsNamesInViewAndTicksRight()
    {
        await using var context = await Context();
        var (page, complaints) = await Open(context, Chart(Queue));
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();

        await page.Locator(".vp").FocusAsync();
        await page.Keyboard.PressAsync("End");
        var faults = await page.EvaluateAsync<string[]>("""
            () => {
              const faults = [], plot = document.querySelector('.pl'), r = plot.getBoundingClientRect(), view = document.querySelector('.vp').getBoundingClientRect();
              const ticks = [...plot.querySelectorAll('.zk .tk')].map(t => [+t.textContent, t.getBoundingClientRect()]);
              if (ticks.length < 8) faults.push(`${ticks.length} ticks`);
              for (const [time, t] of ticks) if (time && Math.abs((t.left + t.right) / 2 - r.left - time / plot.dataset.domain * r.width) > 1) faults.push(`tick ${time}`);
              for (const name of document.querySelectorAll('.sd .lb')) if (Math.abs(name.getBoundingClientRect().left - view.left) > 2) faults.push(`name ${name.textContent}`);
              if (Math.abs(r.width / view.width - 4) > .8) faults.push(`width ${r.width}`);
              const hot = plot.querySelector('.hot .r').getBoundingClientRect();
              if (hot.left < view.left || hot.left > view.right) faults.push('the bar is out of sight');
              return faults;
            }
            """);
        Assert.Empty(faults);
        Assert.Equal(["producer", "consumer-1", "consumer-2", "queue depth", "in flight"], await page.Locator(".sd .lb").AllTextContentsAsync());
        Assert.Equal(1000, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));

        await page.Keyboard.PressAsync("0");
        Assert.Equal(0, await page.Locator(".zk").CountAsync());
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).IsDisabledAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Zoom_OfARunThatIsEasyToSee_IsNotOffered()
    {
        await using var context = await Context();
        var (page, _) = await Open(context, Chart(Sessions));

        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).CountAsync());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1000)]
    public async Task Comparison_OfTwoRuns_HasOneScaleAndOneSlider(int width)
    {
        await using var context = await Context(width);
        var (page, complaints) = await Open(context, Comparison());
        await page.GetByRole(AriaRole.Slider).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        var plots = await page.EvaluateAsync<double[][]>("""
            () => [...document.querySelectorAll('.pl')].map(plot => {
              const box = plot.getBoundingClientRect(), cursor = plot.querySelector('.cu line').getBoundingClientRect();
              return [box.left, box.width, +plot.dataset.domain, cursor.left, plot.querySelector('.ln .r').getBoundingClientRect().width];
            })
            """);
        Assert.Equal(plots[0], plots[1]);
        Assert.Equal("0.9 s instead of 0.3 s; permits in use: at most three instead of nine.", await page.Locator("p.hd").TextContentAsync());
        Assert.Matches(@"^0\.3 s Before: .+\. After: .+", await page.Locator(".cap").TextContentAsync());
        Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Page_WithManyCharts_IsLeftAloneWhateverTheOrderOfScripts()
    {
        await using var context = await Context();
        var chart = Chart(Queue);
        var all = string.Concat(Reference.Ids.Take(49).Select(Chart)) + Comparison() + Chart(Sessions) + chart + chart;
        all += string.Concat(Reference.Ids.Take(47).Select(Chart));
        var (page, complaints) = await Open(context, "");
        var before = await page.EvaluateAsync<string[]>("Object.keys(window)");

        await page.EvaluateAsync("""
            html => {
              document.body.innerHTML = html;
              for (const script of [...document.querySelectorAll('script[data-course]')].reverse()) {
                const again = document.createElement('script');
                again.textContent = script.textContent;
                script.replaceWith(again);
              }
            }
            """, all);

        Assert.Equal(before, await page.EvaluateAsync<string[]>("Object.keys(window)"));
        Assert.Equal(100, await page.Locator(".course-gantt[data-live]").CountAsync());
        Assert.Equal(100, await page.Locator(".course-gantt:has(input[type=range]) .tip").CountAsync());
        Assert.Equal(0, await page.Locator(".ct .ct, .ct ~ .ct").CountAsync());
        var twins = page.Locator(".course-gantt:has([data-domain='1.7'])");
        await twins.Last.GetByRole(AriaRole.Slider).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(1, await page.Locator(".live").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Page_WithHostileNames_ShowsThemAsTextInTipsAndCaptions()
    {
        await using var context = await Context(390);
        var charts = string.Concat(HostileNamesTests.Names.Select(name => new GanttChart(HostileNamesTests.Everywhere(name.Data)).ToHtml()));
        var (page, complaints) = await Open(context, charts);

        foreach (var chart in await page.Locator(".course-gantt").AllAsync())
        {
            await chart.Locator(".vp").FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await chart.GetByRole(AriaRole.Slider).FocusAsync();
            await page.Keyboard.PressAsync("End");
        }

        Assert.Empty(complaints);
        Assert.Equal(0, await page.Locator("img, .tip *:not(b, p), .cap *:not(b)").CountAsync());
        Assert.Equal(390, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [Theory]
    [InlineData(390, ColorScheme.Light, ForcedColors.None)]
    [InlineData(390, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Light, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Dark, ForcedColors.Active)]
    public async Task Page_WithEverythingOpen_ViolatesNoRuleOfAccessibility(int width, ColorScheme theme, ForcedColors forced)
    {
        await using var context = await Context(width, theme: theme, forced: forced);
        var charts = string.Concat(new[] { Sessions, Queue, "lesson3-V.2.as-written", "lecture24-24.3.mixed" }.Select(Chart)) + Comparison();
        var (page, _) = await Open(context, charts);

        Assert.Empty(await page.ViolationsAsync());

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        foreach (var name in new[] { "Zoom in", "Play" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        }

        await page.GetByLabel("running").First.UncheckAsync();
        await page.Locator(".vp").Last.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Empty(await page.ViolationsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Print_WithOrWithoutScripts_ShowsThePictureAndNoControls(bool scripts)
    {
        await using var context = await Context(scripts: scripts);
        Span[] spans = [Small.Work("a", 0, 1), Small.Wait("b", 0, 1, WaitReason.Permit), Small.Work("b", 1, 2)];
        var run = Small.Run(2, spans, wakes: [Small.Handover("b", "a", 1)]);
        var (page, _) = await Open(context, new GanttChart(run).ToHtml());
        if (scripts)
        {
            await page.GetByRole(AriaRole.Slider).FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.Locator("button:visible, input[type=range]:visible, .cap:visible, .tip:visible, .fv:visible, .cu:visible").CountAsync());
        Assert.Equal(3, await page.Locator(".in .b .r:visible").CountAsync());
        Assert.Equal("1", await page.Locator(".wk").First.EvaluateAsync<string>("arrow => getComputedStyle(arrow).opacity"));
        Assert.True(await page.Locator(".cpt").IsVisibleAsync());
        Assert.True(await page.Locator("ol li").First.IsVisibleAsync());
    }

    /// <summary>Collects every place of the cursor, in per cent.</summary>
    private static Task<IJSHandle> Record(IPage page) => page.EvaluateHandleAsync("""
        () => {
          const times = [], cursor = document.querySelector('.cu');
          new MutationObserver(() => times.push(parseFloat(cursor.getAttribute('x')))).observe(cursor, { attributes: true, attributeFilter: ['x'] });
          return times;
        }
        """);

    private static string Chart(string id) => new GanttChart(Reference.Timeline(id)).ToHtml();

    private static string Comparison() =>
        new GanttComparison(Reference.Timeline("lecture24-24.1.unbounded"), Reference.Timeline("lecture24-24.1.as-written")).ToHtml();

    private async Task<IBrowserContext> Context(
        int width = 1000, bool scripts = true, ColorScheme theme = ColorScheme.Light,
        ReducedMotion motion = ReducedMotion.NoPreference, ForcedColors forced = ForcedColors.None) =>
        await browser.Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = theme,
            ReducedMotion = motion,
            ForcedColors = forced,
        });

    /// <summary>A page as a notebook makes it, and what its console has said.</summary>
    private static async Task<(IPage Page, List<string> Complaints)> Open(IBrowserContext context, string content)
    {
        const string Look = "body{margin:0;padding:0 12px}@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#ddd}}";
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.SetContentAsync($"<!doctype html><html lang=en><meta charset=utf-8><title>Charts</title><style>{Look}</style><body><main><h1>Charts</h1>{content}</main>");
        return (page, complaints);
    }
}

using Handouts.Notebooks;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>The real handouts in a real browser without a network.</summary>
public sealed class HandoutPageTests(HandoutPages pages, Browser browser)
{
    private const string OpenAll =
        "() => { for (const d of document.querySelectorAll('details')) d.open = true; document.getElementById('show-all')?.click(); return 0; }";

    // What is watched for its size is told a frame later.
    private const string Settle = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";

    private const string Unfold = "() => { for (const d of document.querySelectorAll('details')) d.open = true; return 0; }";

    private const string Guess = ".course-gantt .guess";

    private static readonly IEnumerable<string> Names =
        Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file))
            .Append("gallery");

    public static TheoryData<string> Files =>
        [.. Names.Prepend("index").SelectMany(name => new[] { $"{name}.html", $"{name}.instructor.html" })];

    public static TheoryData<string> PagesWithMarks =>
    [
        .. Names.Where(name => name != "gallery")
            .Where(name => NotebookFile.Read(Path.Combine(Repository.Root, "notebooks", name + ".ipynb")).Cells.Any(cell => cell.Metadata["course"]?["marks"] is not null))
            .Select(name => name + ".html"),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Page_WithoutNetwork_IsForEveryoneAsksForNothingAndComplainsOfNothing(string file)
    {
        // One theme and width as it opens, the other with everything unfolded: each page is read by axe in both.
        await using var open = await browser.OpenAsync(pages.PathOf(file), theme: ColorScheme.Dark);
        var asItOpens = await open.Page.ViolationsAsync();
        await open.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await open.Page.SetViewportSizeAsync(390, 900);
        await open.EvaluateAsync<int>(OpenAll);
        await open.EvaluateAsync<int>(Settle);

        Assert.Empty(asItOpens);
        Assert.Empty(await open.Page.ViolationsAsync());
        Assert.Equal(390, await open.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(open.Complaints);
        Assert.Empty(open.Requests);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Page_AsAFile_IsOneFileOfModestSize(string file) =>
        Assert.InRange(new FileInfo(pages.PathOf(file)).Length, 10_000, 1_500_000);

    [Theory]
    [InlineData("00-start-here.html", 3)]
    [InlineData("08-semaphore.html", 16)]
    [InlineData("08-semaphore.instructor.html", 16)]
    public async Task Charts_WithScriptsOff_AreAllToBeSeen(string file, int count)
    {
        await using var open = await browser.OpenAsync(pages.PathOf(file), scripts: false);
        foreach (var section in await open.Page.Locator("details.deeper > summary").AllAsync())
        {
            await section.ClickAsync();
        }

        var charts = await open.Page.Locator(".out .course-gantt svg[role=img]").AllAsync();

        Assert.Equal(count, charts.Count);
        foreach (var chart in charts)
        {
            Assert.True(await chart.IsVisibleAsync());
            var box = await chart.BoundingBoxAsync();
            Assert.True(box is { Width: > 300, Height: > 60 });
        }
    }

    [Fact]
    public async Task TeachersNotesAndSolutions_AreInTheInstructorsEditionOnly()
    {
        await using var student = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));
        await using var instructor = await browser.OpenAsync(pages.PathOf("08-semaphore.instructor.html"));

        Assert.DoesNotContain("show of hands", await student.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("southGate", await student.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("show of hands", await instructor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("southGate", await instructor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryHeadingAndCell_OfANotebook_CanBeLinkedTo()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.instructor.html"));
        var notebook = NotebookFile.Read(Repository.Notebook("08-semaphore"));

        foreach (var cell in notebook.Cells)
        {
            Assert.Equal(1, await open.Page.Locator($"[id='cell-{cell.Id}']").CountAsync());
        }

        Assert.Equal(0, await open.Page.Locator("main section :is(h2, h3):not([id])").CountAsync());
    }

    [Fact]
    public async Task Prediction_GuessedWrong_IsDrawnWhereItWasExpected()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));
        var form = open.Page.Locator("form.question", new() { HasText = "session 7" });

        await form.Locator("input").Nth(1).CheckAsync();
        Assert.Equal(0, await open.Page.Locator(Guess).CountAsync());
        await form.Locator(".btn").ClickAsync();

        // Session 4 does what was guessed of session 7.
        var row = open.Page.Locator(".course-gantt .ln:has(> .guess)");
        var fourth = open.Page.Locator(".course-gantt:has(.guess) .ln", new() { HasText = "session-4" });
        var expected = (await fourth.Locator(".run rect").BoundingBoxAsync())!;
        var guess = (await row.Locator(".guess rect").BoundingBoxAsync())!;
        Assert.StartsWith("session-7", await row.TextContentAsync(), StringComparison.Ordinal);
        Assert.InRange(guess.X - expected.X, -2, 2); // pixels: its line is thicker
        Assert.InRange(guess.Width - expected.Width, -3, 3);
    }

    [Theory]
    [MemberData(nameof(PagesWithMarks))]
    public async Task Mark_OfEveryWrongChoice_IsOnItsChart(string file)
    {
        var drawn = 0;
        for (var (choice, isLast) = (0, false); !isLast; choice++)
        {
            await using var open = await browser.OpenAsync(pages.PathOf(file));
            await open.EvaluateAsync<int>(Unfold);
            isLast = true;
            foreach (var form in await open.Page.Locator("form.question:has([data-mark])").AllAsync())
            {
                var marks = await form.Locator("[data-mark]").AllAsync();
                if (choice < marks.Count)
                {
                    var before = await open.Page.Locator(Guess).CountAsync();
                    await marks[choice].CheckAsync();
                    await form.Locator(".btn").ClickAsync();
                    Assert.True(
                        await open.Page.Locator(Guess).CountAsync() == before + 1,
                        $"no chart after the question has the lane and time of \"{await marks[choice].GetAttributeAsync("data-mark")}\"");
                    drawn++;
                    isLast &= choice + 1 >= marks.Count;
                }
            }

            Assert.Empty(open.Complaints);
        }

        Assert.NotEqual(0, drawn);
    }

    [Fact]
    public async Task Link_ToAFoldedSection_UnfoldsIt()
    {
        await using var open = await browser.OpenAsync(pages.PathOf("08-semaphore.html"));
        var folded = await open.Page.Locator("details.deeper > summary :is(h2, h3)").First.GetAttributeAsync("id");

        await open.EvaluateAsync<int>($"() => {{ location.hash = '#{folded}'; return 0; }}");

        await open.Page.Locator($"details.deeper[open] > summary [id='{folded}']").WaitForAsync();
    }
}

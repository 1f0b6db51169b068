namespace Notebooks.Tests;

/// <summary>The real handouts in a real browser without a network.</summary>
public sealed class HandoutPageTests(HandoutPages pages, Browser browser)
{
    private const string OpenAll = "() => { for (const d of document.querySelectorAll('details')) d.open = true; return 0; }";

    private static readonly IEnumerable<string> Names =
        Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file))
            .Append("gallery");

    public static TheoryData<string> Files =>
        [.. Names.Prepend("index").SelectMany(name => new[] { $"{name}.html", $"{name}.instructor.html" })];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Page_WithoutNetwork_AsksForNothingAndComplainsOfNothing(string file)
    {
        await using var open = await browser.OpenAsync(pages.PathOf(file));
        await open.EvaluateAsync<int>(OpenAll);

        Assert.Empty(open.Complaints);
        Assert.Empty(open.Requests);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Page_AsAFile_IsOneFileOfModestSize(string file) =>
        Assert.InRange(new FileInfo(pages.PathOf(file)).Length, 10_000, 1_500_000);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Page_OnAPhone_NeverScrollsSideways(string file)
    {
        await using var open = await browser.OpenAsync(pages.PathOf(file), width: 390);
        await open.EvaluateAsync<int>(OpenAll);

        Assert.Equal(390, await open.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("00-start-here.html", 3)]
    [InlineData("08-semaphore.html", 14)]
    [InlineData("08-semaphore.instructor.html", 14)]
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
}

using Handouts.Notebooks;
using Handouts.Tests.Support;
using Microsoft.Playwright;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

/// <summary>A notebook that is watched, its page in a real browser, and an author who saves.</summary>
public sealed class WatchTests(Browser browser)
{
    private const float Patience = 120_000;

    [Fact]
    public async Task Page_OfANotebookThatIsSaved_FollowsItAndNothingIsWritten()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "Console.WriteLine($\"the answer is {6 * 7}\");"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "--watch");
        await using var open = await OpenAsync(watching.Address);
        await Shows(open, "the answer is 42");
        var unchanged = await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken);

        // Outputs alone are no reason to run again, half a file is none to give up.
        NotebookFile.Write(course.Read("n"));
        await File.WriteAllTextAsync(course.PathOf("n"), unchanged[..^20], TestContext.Current.CancellationToken);
        await watching.SaysAsync("The last run stays as it is.");
        course.Add("n", Code("a", "Console.WriteLine($\"the answer is {6 * 8}\");"));

        await Shows(open, "the answer is 48");
        await watching.SaysAsync("n: saved with changes in a");
        Assert.Empty(open.Complaints);
        Assert.Equal([course.PathOf("n")], Directory.GetFiles(course.Notebooks, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("48", File.ReadAllText(course.PathOf("n")).Split("\"outputs\"")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfANotebookThatFails_ShowsTheErrorAndRecovers()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "throw new InvalidOperationException(\"no such luck\");"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "--watch");
        await using var open = await OpenAsync(watching.Address);
        await Shows(open, "no such luck");

        course.Add("n", Code("a", "while (true) { }")); // and one that never ends: saving again ends it
        await watching.SaysAsync("n: saved with changes in a");
        course.Add("n", Code("a", "\"all is well\""));

        await Shows(open, "all is well");
    }

    [Fact]
    public async Task Server_AskedFromElsewhereOrForAFile_Refuses()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "1"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "--watch");
        using var client = new HttpClient { BaseAddress = watching.Address };
        using var renamed = new HttpRequestMessage(HttpMethod.Get, "n.html");
        renamed.Headers.Host = "example.org";

        using var elsewhere = await client.SendAsync(renamed, TestContext.Current.CancellationToken);
        using var file = await client.GetAsync(new Uri("n.ipynb", UriKind.Relative), TestContext.Current.CancellationToken);
        using var page = await client.GetAsync(new Uri("n.instructor.html", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((403, 404, 200), ((int)elsewhere.StatusCode, (int)file.StatusCode, (int)page.StatusCode));
        Assert.True(watching.Address.IsLoopback);
    }

    [Fact]
    public async Task CtrlC_EndsTheWatching_AsItShould()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "\"ready\""));
        await using var watching = await Watching.StartAsync(course, "run", "n", "--watch");
        await using var open = await OpenAsync(watching.Address);
        await Shows(open, "ready"); // and its page waits for news, which must not hold the end up

        Assert.Equal((ExitCodes.Good, ""), await watching.InterruptAsync());
    }

    private static async Task Shows(OpenPage open, string text) =>
        await Assertions.Expect(open.Page.Locator(".out").First).ToContainTextAsync(text, new() { Timeout = Patience });

    private async Task<OpenPage> OpenAsync(Uri address)
    {
        var context = await browser.Chromium.NewContextAsync();
        var open = new OpenPage(context, await context.NewPageAsync());
        await open.Page.GotoAsync(new Uri(address, "n.html").AbsoluteUri);
        return open;
    }
}

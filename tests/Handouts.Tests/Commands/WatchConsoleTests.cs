using System.Diagnostics;
using Handouts.Execution;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

/// <summary>What an author hears of a notebook that is watched but cannot be run.</summary>
public sealed class WatchConsoleTests
{
    [Fact]
    public async Task Watch_AValueThatOneOfTwoNotebooksDoesNotKnow_SaysSoAndKeepsWatchingBoth()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Parameters("p", "var permits = 3;"));
        course.Add("other", Code("a", "1"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "other", "--watch", "--set", "permits=5");
        await watching.SaysAsync("other: not run: --set permits: other.ipynb has no cell tagged");

        course.Add("other", Parameters("p", "var permits = 1;"), Code("a", "permits"));

        await watching.SaysAsync("other: 2 cells in");
    }

    [Fact]
    public async Task Watch_WhatTheNotebookNeedsIsNotHere_SaysSoAndShowsTheCommittedOutputs()
    {
        using var course = new TemporaryCourse();
        var refuses = typeof(NotebookRunner).Assembly.Location; // it knows no command "have"
        course.AddInNeedOf("a broker", refuses, "n", Code("a", "throw new InvalidOperationException(\"it was run\");"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "--watch");

        await watching.SaysAsync("n: not run here: needs a broker; its committed outputs stand.");

        await ShowsAsync(new Uri(watching.Address, "n.html"), "This notebook needs a broker");
    }

    /// <summary>The page follows what was said, a moment later.</summary>
    private static async Task ShowsAsync(Uri page, string text)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (!(await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Contains(text, StringComparison.Ordinal))
        {
            Assert.True(watch.Elapsed < Watching.Patience, $"The page should say: {text}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}

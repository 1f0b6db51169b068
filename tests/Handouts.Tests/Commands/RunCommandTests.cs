using System.Diagnostics;
using System.Text.Json.Nodes;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

public class RunCommandTests
{
    private const string Run = "lecture24-24.1.as-written";

    [Fact]
    public async Task Run_Write_StoresOutputsAndAgainTheSameBytes()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "Console.WriteLine(\"one\\ntwo\");"), Code("b", "1 + 1"));

        var first = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--write");
        var bytes = await File.ReadAllBytesAsync(course.PathOf("n"), TestContext.Current.CancellationToken);
        var second = await HandoutsProgram.RunAsync(course.Notebooks, "run", "n.ipynb", "--write");

        Assert.Equal((ExitCodes.Good, ExitCodes.Good), (first.ExitCode, second.ExitCode));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(course.PathOf("n"), TestContext.Current.CancellationToken));
        var cells = course.Read("n").Cells;
        Assert.Equal([1, 2], cells.Skip(1).Select(cell => cell.ExecutionCount!.Value));
        Assert.Equal(new StreamOutput("stdout", "one\ntwo\n"), Assert.Single(cells[1].Outputs));
        Assert.Matches(@"^n#a  ok  \d+ ms\nn#b  ok  \d+ ms\n$", first.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Run_WriteWithAFailingCell_KeepsTheNotebook()
    {
        using var course = new TemporaryCourse();
        var path = course.Add("n", Code("a", "1"), Code("b", "throw new Exception();"));
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var result = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--write");

        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_SetAndTimelines_ReplaceTheValueAndNameNoReference()
    {
        using var course = new TemporaryCourse();
        course.AddReference(Run);
        course.Add("n", Parameters("p", "var clientLimit = 3;\nTimeSpan pause = TimeSpan.FromSeconds(0.5);\nAction other = null;"), Chart("c", Run));

        var plain = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--timelines", "plain");
        var set = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--timelines", "set", "--set", "clientLimit=2 + 3");

        Assert.Equal((ExitCodes.Good, ExitCodes.Good), (plain.ExitCode, set.ExitCode));
        var original = Timeline(course, "plain");
        Assert.Equal(Run, (string?)original["id"]);
        Assert.Equal("lecture24-24.1", (string?)original["demo"]);
        Assert.Equal("""{"client_limit":3,"pause":0.5,"other":null}""", original["inputs"]!.ToJsonString());
        var replayed = Timeline(course, "set");
        Assert.Equal("n.c.1", (string?)replayed["id"]);
        Assert.Equal("n.c.1", (string?)replayed["demo"]);
        Assert.Equal(5, (int?)replayed["inputs"]!["client_limit"]);
    }

    [Theory]
    [InlineData("has no such parameter; it has permits", "run", "n", "--set", "places=1")]
    [InlineData("exclude each other", "run", "n", "--set", "permits=1", "--write")]
    [InlineData("is not NAME=EXPRESSION", "run", "n", "--set", "permits")]
    [InlineData("cannot be written", "run", "n", "--timelines", "Course.slnx")]
    [InlineData("cannot be written", "run", "n", "--report", "Course.slnx/report.json")]
    [InlineData("--timeout takes seconds", "run", "n", "--timeout", "0")]
    [InlineData("neither a command nor a notebook", "run", "nowhere")]
    [InlineData("neither a command nor a notebook", "check", "nowhere")]
    [InlineData("--page", "run", "n", "--page", "virtual")]
    [InlineData("fast", "run", "n", "--pace", "fast")]
    public async Task Run_WhatCannotBeDone_SaysSoAndExitsWith2(string sentence, params string[] arguments)
    {
        using var course = new TemporaryCourse();
        course.Add("n", Parameters("p", "var permits = 3;"));

        var result = await HandoutsProgram.RunAsync(course.Root, arguments);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TimelinesOfTwoNotebooksOfOneName_NamesBothBeforeItRuns()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "1"));
        Directory.CreateDirectory(Path.Combine(course.Root, "other"));
        File.Copy(course.PathOf("n"), Path.Combine(course.Root, "other", "n.ipynb"));

        var result = await HandoutsProgram.RunAsync(course.Root, "run", "n", "other/n.ipynb", "--timelines", "timelines");

        Assert.Equal((ExitCodes.Usage, ""), (result.ExitCode, result.Output));
        Assert.Matches("^--timelines: .*notebooks.n.ipynb and .*other.n.ipynb have the same name", Assert.Single(result.Error.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task Run_OnATerminal_ShowsALiveStatusAndTheSameLines()
    {
        const string Terminal = "/usr/bin/script";
        Assert.SkipUnless(File.Exists(Terminal), "A terminal is made by script (util-linux).");
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "await Task.Delay(500);"), Code("b", "[1, 2]"));

        using var process = Process.Start(new ProcessStartInfo(
            Terminal, ["-qec", $"dotnet {typeof(NotebookFile).Assembly.Location} run {course.PathOf("n")}", "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Findings, process.ExitCode);
        Assert.Contains("n#a  ok", output, StringComparison.Ordinal);
        Assert.Contains("n#b  FAILED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
    }

    private static JsonNode Timeline(TemporaryCourse course, string folder) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(course.Root, folder, "n.c.1.json")))!;
}

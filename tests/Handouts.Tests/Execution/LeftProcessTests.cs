using System.Diagnostics;
using System.Globalization;
using Handouts.Execution;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

/// <summary>A cell starts a process that would outlive it, and hold the standard error of the cell's process open.</summary>
public sealed class LeftProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryCourse _course = new();

    public void Dispose()
    {
        Left()?.Kill(); // where a test has failed, or what it left was not ours to end
        _course.Dispose();
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("Environment.Exit(0);", false)]
    [InlineData("Environment.FailFast(\"enough\");", false)]
    [InlineData("throw new Exception();", false)]
    public async Task RunAsync_CellStartsAProcess_ItEndsWithTheRun(string last, bool isGood)
    {
        var run = await RunAsync("sleep", last);

        Assert.Equal(isGood, run.IsGood);
        await AssertEndsAsync();
    }

    [Fact]
    public async Task RunAsync_ADaemonHoldsTheStandardErrorOpen_TheRunEndsAndTellsTheLastWords()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A session is begun by setsid (util-linux).");

        var run = await RunAsync("setsid", "Environment.FailFast(\"enough\");");

        Assert.Equal("FailFast", run.Cells[1].Error!.Name);
        Assert.NotNull(Left());
    }

    [Fact]
    public async Task Run_ParentKilled_WhatTheCellStartedEndsToo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is called sleep.");
        Write("sleep", "File.WriteAllText(\"begun\", \"\");\nwhile (true) { }");
        using var parent = HandoutsProgram.Start(_course.Root, "run", "n", "--timeout", "3600");
        Assert.True(await UntilAsync(() => File.Exists(Path.Combine(_course.Notebooks, "begun"))), "the cell should have begun");

        parent.Kill(entireProcessTree: false);

        await AssertEndsAsync();
    }

    private Task<NotebookRun> RunAsync(string program, string last)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is called sleep.");
        Write(program, last);
        return NotebookRunner.RunAsync(_course.Read("n"), new RunSettings { Limit = TimeSpan.FromHours(1) }, token: TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private void Write(string program, string last)
    {
        var arguments = program == "sleep" ? "\"72222\"" : "\"sleep 72222\"";
        _course.Add(
            "n",
            Code("starts", $"File.WriteAllText(\"left\", System.Diagnostics.Process.Start(\"{program}\", {arguments}).Id.ToString());"),
            Code("last", last));
    }

    private async Task AssertEndsAsync() => Assert.True(await UntilAsync(() => Left() is null), "what the cell started should have ended");

    /// <summary>What the cell has started; null if it is gone.</summary>
    private Process? Left()
    {
        var file = Path.Combine(_course.Notebooks, "left");
        try
        {
            return File.Exists(file) && Process.GetProcessById(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)) is { HasExited: false } left
                ? left
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Real time, because real processes are watched.</summary>
    private static async Task<bool> UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition() && watch.Elapsed < Patience)
        {
            await Task.Delay(20);
        }

        return condition();
    }
}

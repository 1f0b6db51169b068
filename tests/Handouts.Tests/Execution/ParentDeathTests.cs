using System.Diagnostics;
using System.Globalization;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

public class ParentDeathTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Run_ParentKilled_ItsChildEnds()
    {
        using var course = new TemporaryCourse();
        using var parent = StartEndlessRun(course);
        var child = await ChildIdAsync(course);

        parent.Kill(entireProcessTree: false);

        Assert.True(await EndsAsync(child), "the child should have noticed that its parent is gone");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_Interrupted_EndsItsChildAndExitsWith130(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using var course = new TemporaryCourse();
        using var parent = StartEndlessRun(course, "--write");
        var before = await File.ReadAllTextAsync(course.PathOf("endless"), TestContext.Current.CancellationToken);
        var child = await ChildIdAsync(course);

        using var kill = Process.Start("kill", ["-" + signal, parent.Id.ToString(CultureInfo.InvariantCulture)]);
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Interrupted, parent.ExitCode);
        Assert.True(await EndsAsync(child), "the child should have been ended");
        Assert.Equal(before, await File.ReadAllTextAsync(course.PathOf("endless"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(course.Notebooks).Length);
    }

    private static Process StartEndlessRun(TemporaryCourse course, params string[] more)
    {
        course.Add("endless", Code("loop", "File.WriteAllText(\"pid.tmp\", $\"{Environment.ProcessId}\");\nFile.Move(\"pid.tmp\", \"pid\");\nwhile (true) { }"));
        return HandoutsProgram.Start(course.Root, ["run", "endless", .. more]);
    }

    private static async Task<int> ChildIdAsync(TemporaryCourse course)
    {
        var file = Path.Combine(course.Notebooks, "pid");
        Assert.True(await UntilAsync(() => File.Exists(file)), "the cell should have begun");
        return int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);
    }

    private static Task<bool> EndsAsync(int processId) => UntilAsync(() =>
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    });

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

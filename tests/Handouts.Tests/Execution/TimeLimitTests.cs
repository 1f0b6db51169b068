using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

public class TimeLimitTests
{
    [Fact]
    public async Task Run_CellsThatNeverEnd_AreEndedAtTheLimitAndExitWith3()
    {
        using var course = new TemporaryCourse();
        course.Add("loop", Code("bad", "while (true) { }"), Code("next", "1"));
        course.Add("await", Code("bad", "await new TaskCompletionSource().Task;"), Code("next", "1"));
        course.Add("deadlock", Code("bad", "var never = new System.Threading.ManualResetEventSlim();\nTask.Run(never.Wait).Wait();"));

        var result = await HandoutsProgram.RunAsync(course.Root, "run", "--timeout", "5");

        Assert.Equal(ExitCodes.TimeLimit, result.ExitCode);
        foreach (var name in new[] { "loop", "await", "deadlock" })
        {
            Assert.Contains($"{name}.ipynb#bad was still running at the notebook's limit of 5 s", result.Output, StringComparison.Ordinal);
        }

        Assert.Contains("loop#next  not run", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CodeThatTheParserCannotFinish_BlamesItsCell()
    {
        using var course = new TemporaryCourse();
        course.Add("endless", Code("first", "1"), Code("bad", string.Concat(Enumerable.Repeat("ref ", 50_000))), Code("next", "1"));

        var run = await NotebookRunner.RunAsync(
            course.Read("endless"), new RunSettings { Limit = TimeSpan.FromSeconds(3) }, token: TestContext.Current.CancellationToken);

        Assert.Equal((CellState.TimedOut, "bad"), (run.Culprit!.State, run.Cells[1].Id));
        Assert.Equal(CellState.TimedOut, run.Cells[1].State);
        Assert.StartsWith("endless.ipynb#bad was still being read by the compiler", run.Cells[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Flood_KeepsItsBeginningAndSaysThatItWasCutOff()
    {
        using var course = new TemporaryCourse();
        course.Add("flood", Code("bad", "for (var i = 0; i < 500_000; i++) Console.WriteLine(new string('x', 99));\nConsole.Error.Write(\"lost\");"));

        var run = await NotebookRunner.RunAsync(course.Read("flood"), new RunSettings(), token: TestContext.Current.CancellationToken);

        var text = string.Concat(run.Cells[0].Outputs.Cast<StreamOutput>().Select(stream => stream.Text));
        Assert.InRange(text.Length, 1_000_000, 1_000_200);
        Assert.EndsWith("… cut off: the cell printed more than 1,000,000 characters.\n", text, StringComparison.Ordinal);
    }
}

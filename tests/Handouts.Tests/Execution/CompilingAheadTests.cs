using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

/// <summary>Cells are compiled before their turn, and by the parent: nobody should notice.</summary>
public class CompilingAheadTests
{
    [Fact]
    public async Task RunAsync_CellWritesWhatTheNextOneLoads_TheNextSeesIt()
    {
        using var course = new TemporaryCourse();
        course.Add(
            "files",
            Code("writes", "File.WriteAllText(\"made.csx\", \"int made = 7;\");"),
            Code("loads", "#load \"made.csx\"\nmade"),
            Code("uses", "made + 1"));

        var run = await RunAsync(course, "files");

        Assert.Null(run.Culprit);
        Assert.Equal(8, int.Parse(Assert.IsType<DisplayOutput>(run.Cells[2].Outputs[0]).Data["text/plain"], null));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("new List<object> { ", "1", " }")]
    [InlineData("((Func<int>)(() => ", "1", "))()")]
    [InlineData("-", "1", "")]
    [InlineData("if (true) ", ";", "")]
    [InlineData("{", "", "}")]
    public async Task RunAsync_CellNestsTooDeeplyForTheCompiler_OnlyItFails(string open, string middle, string close)
    {
        using var course = new TemporaryCourse();
        var deep = string.Concat(Enumerable.Repeat(open, 20_000)) + middle + string.Concat(Enumerable.Repeat(close, 20_000));
        course.Add("deep", Code("first", "1"), Code("bad", deep), Code("next", "1"));

        var run = await RunAsync(course, "deep");

        Assert.True(run.Cells[0].IsGood);
        Assert.Equal("CompilationError", run.Culprit!.Error!.Name);
        Assert.Contains("deep.ipynb#bad", run.Culprit.Error.Message, StringComparison.Ordinal);
    }

    private static Task<NotebookRun> RunAsync(TemporaryCourse course, string name) =>
        NotebookRunner.RunAsync(course.Read(name), new RunSettings(), token: TestContext.Current.CancellationToken);
}

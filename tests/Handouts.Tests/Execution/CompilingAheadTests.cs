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

    [Fact]
    public async Task RunAsync_CellWithTooManyBrackets_OnlyItFails()
    {
        using var course = new TemporaryCourse();
        course.Add("deep", Code("first", "1"), Code("bad", new string('(', 20_000)), Code("next", "1"));

        var run = await RunAsync(course, "deep");

        Assert.True(run.Cells[0].IsGood);
        Assert.Equal("CompilationError", run.Culprit!.Error!.Name);
        Assert.StartsWith("deep.ipynb#bad: the cell has more than 5,000", run.Culprit.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "1", ")", 4_900)]
    [InlineData("(", "", "", 4_900)]
    [InlineData("List<", "int", "> x;", 4_900)]
    [InlineData("{", "", "}", 4_900)]
    [InlineData("- ", "1", "", 50_000)]
    [InlineData("new object[] { ", "1", " }", 2_000)]
    public async Task RunAsync_CellNestsDeeply_AtMostItFails(string open, string middle, string close, int depth)
    {
        using var course = new TemporaryCourse();
        var deep = string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));
        course.Add("deep", Code("first", "1"), Code("bad", deep));

        var run = await RunAsync(course, "deep");

        Assert.True(run.Cells[0].IsGood);
    }

    private static Task<NotebookRun> RunAsync(TemporaryCourse course, string name) =>
        NotebookRunner.RunAsync(course.Read(name), new RunSettings(), token: TestContext.Current.CancellationToken);
}

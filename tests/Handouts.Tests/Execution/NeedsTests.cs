using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

/// <summary>Cells that need a package which is not here.</summary>
public class NeedsTests
{
    private const string Needs = """{ "needs": "Plotly.NET" }""";

    [Fact]
    public async Task RunAsync_WithoutTheAssembly_LeavesItsCellsAloneAndKeepsWhatTheyShowed()
    {
        using var course = new TemporaryCourse();
        var kept = new StreamOutput("stdout", "from another machine");
        course.Add(
            "n",
            Code("first", "var x = 1;"),
            Code("switch", "#r \"../no/such.dll\"\nNoSuch.Draw(x);", Needs) with { Outputs = [kept] },
            Code("uses-it", "NoSuch.Draw(x)", Needs),
            Code("last", "x + 1"));

        var run = await NotebookRunner.RunAsync(course.Read("n"), new RunSettings(), token: TestContext.Current.CancellationToken);

        Assert.True(run.IsGood);
        Assert.Equal([CellState.Passed, CellState.NotHere, CellState.NotHere, CellState.Passed], run.Cells.Select(cell => cell.State));
        Assert.Equal("2 cells not run here: needs Plotly.NET", run.NotHere);
        var code = run.Executed.Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        Assert.Equal([1, 2, 3, 4], code.Select(cell => cell.ExecutionCount));
        Assert.Equal(kept, Assert.Single(code[1].Outputs));
    }

    [Fact]
    public async Task RunAsync_WithTheAssembly_RunsThem()
    {
        using var course = new TemporaryCourse();
        var library = Path.Combine(Repository.Root, "shared", "bin", "Polly.Core.dll");
        var path = Path.GetRelativePath(course.Notebooks, library).Replace('\\', '/');
        course.Add("n", Code("switch", $"#r \"{path}\"\ntypeof(Polly.ResiliencePipeline).Name", """{ "needs": "Polly" }"""));

        var run = await NotebookRunner.RunAsync(course.Read("n"), new RunSettings(), token: TestContext.Current.CancellationToken);

        Assert.Equal(CellState.Passed, Assert.Single(run.Cells).State);
        Assert.Null(run.NotHere);
    }
}

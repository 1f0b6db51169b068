using Handouts.Execution;
using Handouts.Notebooks;

namespace Interop.Tests;

/// <summary>What notebook 00 says: two lines in the first cell, and a package draws every timeline of the notebook.</summary>
public sealed class TwoLinesTests
{
    [Theory]
    [InlineData("AsyncAtScale.PlotlyNet", "PlotlyNetRenderer")]
    [InlineData("AsyncAtScale.XPlot", "XPlotRenderer")]
    public async Task Notebook_WithTwoLinesMore_IsDrawnByThePackage(string assembly, string renderer)
    {
        var notebook = NotebookFile.Read(Repository.Notebook("00-start-here"));
        var switched = notebook.With([.. notebook.Cells.Select(cell => cell.Id == "setup" ? Switched(cell, assembly, renderer) : cell)]);

        var run = await NotebookRunner.RunAsync(switched, new RunSettings(), token: TestContext.Current.CancellationToken);

        Assert.Null(run.Culprit);
        var shown = run.Cells.SelectMany(cell => cell.Outputs).ToList();
        var figures = shown.OfType<DisplayOutput>().Count(output => output.Html?.Contains("data-kind=\"plotly\"", StringComparison.Ordinal) ?? false);
        Assert.Equal(EmbeddedTimelines.In(notebook.Cells.SelectMany(cell => cell.Outputs)).Count, EmbeddedTimelines.In(shown).Count);
        Assert.Equal(EmbeddedTimelines.In(shown).Count, figures);
    }

    private static Cell Switched(Cell cell, string assembly, string renderer) => cell with
    {
        Source = $"""
            #r "../shared/Interop/bin/{assembly}.dll"
            {cell.Source}
            AsyncAtScale.Charts.ChartRenderer.Current = new AsyncAtScale.Interop.{renderer}();
            """,
    };
}

using Handouts.Execution.References;
using Handouts.Notebooks;
using Handouts.Notebooks.Contracts;
using Microsoft.DotNet.Interactive.Documents.Jupyter;
using Notebook = Handouts.Notebooks.Notebook;

namespace Interop.Tests.Kernel;

/// <summary>Every notebook in the kernel that most readers have.</summary>
public sealed class NotebookTests
{
    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_InTheKernel_ShowsTheRunsOfTheReference(string name)
    {
        var notebook = NotebookFile.Read(Repository.Notebook(name));
        var problems = new List<string>();
        Environment.CurrentDirectory = notebook.Folder;
        using var kernel = new NotebookKernel();

        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            var shown = await kernel.RunAsync(cell.Source);
            problems.AddRange(Problems(notebook, cell, shown).Select(problem => $"{name}#{cell.Id}: {problem}"));
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Notebook_ReadAsTheEditorReadsIt_HasTheSameCode(string name)
    {
        var ours = NotebookFile.Read(Repository.Notebook(name)).Cells.Where(cell => cell.Kind == CellKind.Code);
        var theirs = Microsoft.DotNet.Interactive.Documents.Jupyter.Notebook.Parse(File.ReadAllText(Repository.Notebook(name)));

        Assert.Equal(
            ours.Select(cell => cell.Source),
            theirs.Elements.Where(element => element.KernelName == "csharp").Select(element => element.Contents.ReplaceLineEndings("\n")));
    }

    private static IEnumerable<string> Problems(Notebook notebook, Cell cell, KernelCell shown)
    {
        var fails = CheckModes.Of(cell) == CheckMode.Error;
        if (fails != shown.Error is not null)
        {
            return [shown.Error ?? "it should fail, but it does not"];
        }

        var charts = EmbeddedTimelines.In(cell.Outputs).Count;
        var drawn = EmbeddedTimelines.In(shown.Outputs).Count;
        return charts == drawn
            ? TimelineRules.Check(notebook, cell, shown.Outputs)
            : [$"it shows {drawn} timelines, the notebook has {charts}"];
    }
}

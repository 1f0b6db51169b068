using Handouts.Execution;
using Handouts.Execution.References;
using Handouts.Notebooks;
using Handouts.Notebooks.Contracts;

namespace Handouts.Commands;

/// <summary>Everything that <c>check</c> asks of one notebook: its form, and what a fresh run shows.</summary>
internal static class NotebookCheck
{
    /// <summary>What can be seen without running it.</summary>
    public static IEnumerable<Finding> Form(Notebook notebook, ReferenceCatalogue catalogue) =>
    [
        .. MetadataRules.Check(notebook),
        .. CellRules.Check(notebook),
        .. HeadingRules.Check(notebook),
        .. LinkRules.Check(notebook),
        .. ExerciseRules.Check(notebook),
        .. CatalogueRules.Check(notebook, catalogue),
    ];

    /// <summary>What a fresh run shows.</summary>
    public static IEnumerable<Finding> Run(NotebookRun run)
    {
        var cells = run.Notebook.Cells.ToDictionary(cell => cell.Id);
        return run.Findings.Select(finding => new Finding(run.Notebook.Name, finding.CellId, finding.Sentence))
            .Concat(run.Cells.SelectMany(cell =>
                Sentences(run.Notebook, cells[cell.Id], cell).Select(sentence => new Finding(run.Notebook.Name, cell.Id, sentence))));
    }

    private static IEnumerable<string> Sentences(Notebook notebook, Cell cell, CellRun run)
    {
        if (run.State == CellState.NotHere)
        {
            return [];
        }

        if (run.State == CellState.NotRun)
        {
            return ["not run, because an earlier cell failed"];
        }

        if (!run.IsGood)
        {
            return [$"{run.Error!.Name}: {run.Error.Message}"];
        }

        // What stands beside the course is made by export, and kept without outputs.
        return !Extras.IsOne(notebook.Path) && OutputDrift.Of(CheckModes.Of(cell), cell.Outputs, run.Outputs) is { } drift
            ? [drift, .. Rules(notebook, cell, run)]
            : Rules(notebook, cell, run);
    }

    private static IEnumerable<string> Rules(Notebook notebook, Cell cell, CellRun run) =>
    [
        .. CompilerWarnings.In(run.Outputs).Select(warning => $"it prints a warning: {warning}"),
        .. run.PrintedTooLate ? ["it prints something after it has ended, which no reader sees"] : Array.Empty<string>(),
        .. ChartRules.Check(run.Outputs),
        .. TimelineRules.Check(notebook, cell, run.Outputs),
    ];
}

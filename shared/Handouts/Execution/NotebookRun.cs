using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>The result of running a notebook.</summary>
/// <param name="Notebook">The notebook as it was.</param>
/// <param name="Cells">Its code cells in order.</param>
/// <param name="Elapsed">The whole run, the start of its process included.</param>
/// <param name="Findings">Breaches of the course's rules in the cells' code, if asked for.</param>
/// <param name="Inputs">Per parameters cell, by id, the values of its variables, if asked for.</param>
internal sealed record NotebookRun(
    Notebook Notebook,
    IReadOnlyList<CellRun> Cells,
    TimeSpan Elapsed,
    IReadOnlyList<CodeFinding> Findings,
    IReadOnlyDictionary<string, JsonObject> Inputs)
{
    /// <summary>What the notebook needs and is not here, so that no cell was run; null if it was.</summary>
    public string? Missing { get; init; }

    /// <summary>True if every code cell ran and did what it should.</summary>
    public bool IsGood => Cells.All(cell => cell.IsGood);

    /// <summary>The cell that ended the run before its end, or null.</summary>
    public CellRun? Culprit =>
        Cells.FirstOrDefault(cell => !cell.IsGood && cell.State != CellState.NotRun) ?? Cells.FirstOrDefault(cell => !cell.IsGood);

    /// <summary>What could not be run here, in a sentence; null if everything could.</summary>
    public string? NotHere
    {
        get
        {
            var missing = Cells.Where(cell => cell.State == CellState.NotHere).ToList();
            return missing.Count == 0 ? null
                : $"{missing.Count} {(missing.Count == 1 ? "cell" : "cells")} not run here: needs {string.Join(", ", missing.Select(cell => cell.Missing).Distinct())}";
        }
    }

    /// <summary>
    /// The notebook with the outputs and numbers of this run; cells that were not run are empty. If it could not be run here, as it
    /// was committed, with a remark.
    /// </summary>
    public Notebook Executed
    {
        get
        {
            if (Missing is not null)
            {
                return Needs.Marked(Notebook, Missing);
            }

            var runs = Cells.ToDictionary(cell => cell.Id);
            var count = 0;
            return Notebook.With([.. Notebook.Cells.Select(cell => runs.TryGetValue(cell.Id, out var run)
                ? cell with { Outputs = run.Outputs, ExecutionCount = run.State == CellState.NotRun ? null : ++count }
                : cell)]);
        }
    }

    /// <summary>The variables of all parameters cells up to a cell.</summary>
    public JsonObject InputsAt(string cellId)
    {
        var inputs = new JsonObject();
        foreach (var cell in Notebook.Cells.TakeWhile(cell => cell.Id != cellId))
        {
            foreach (var (name, value) in Inputs.GetValueOrDefault(cell.Id) ?? [])
            {
                inputs[name] = value?.DeepClone();
            }
        }

        return inputs;
    }
}

/// <summary>A rule of the course that a cell's code breaks.</summary>
internal sealed record CodeFinding(string CellId, string Sentence);

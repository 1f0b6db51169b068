using Handouts.Notebooks;

namespace Handouts.Execution.Compilation;

/// <summary>The code cells of a notebook as the compiler reads them.</summary>
internal sealed class ParsedNotebook
{
    /// <summary>
    /// Far less than <see cref="NotebookCompiler"/> has: the parser refuses what nests too deeply for this stack,
    /// and what it lets pass, no later step of the compiler can overflow on. That would end this process.
    /// </summary>
    private const int StackSize = 16 << 20;

    private ParsedNotebook(Notebook notebook, IReadOnlyList<ParsedCell> cells)
    {
        Notebook = notebook;
        Cells = cells;
    }

    public Notebook Notebook { get; }

    public IReadOnlyList<ParsedCell> Cells { get; }

    /// <summary>Parses on a thread of its own, which ends with this process: code can be written on which the parser takes for ever.</summary>
    public static Task<ParsedNotebook> ParseAsync(Notebook notebook)
    {
        var parsed = new TaskCompletionSource<ParsedNotebook>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => parsed.SetResult(Parse(notebook)), StackSize) { IsBackground = true, Name = "parser" };
        thread.Start();
        return parsed.Task;
    }

    private static ParsedNotebook Parse(Notebook notebook)
    {
        var missing = CellNeeds.MissingIn(notebook);
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !missing.ContainsKey(cell.Id));
        return new(notebook, [.. code.Select(cell => new ParsedCell(
            cell.Id,
            CellCode.Parse(cell.Source, $"{Path.GetFileName(notebook.Path)}#{cell.Id}"),
            cell.Tags.Contains("parameters")))]);
    }

    /// <summary>A sentence about an assignment to a variable that no parameters cell declares; null if all are known.</summary>
    public string? UnknownName(IReadOnlyList<Assignment> assignments)
    {
        var known = Cells.Where(cell => cell.IsParameters).SelectMany(cell => cell.Code.Names).ToList();
        var file = Path.GetFileName(Notebook.Path);
        var unknown = assignments.FirstOrDefault(assignment => !known.Contains(assignment.Name));
        return unknown is null ? null
            : known.Count == 0 ? $"--set {unknown.Name}: {file} has no cell tagged \"parameters\"."
            : $"--set {unknown.Name}: {file} has no such parameter; it has {string.Join(", ", known)}.";
    }
}

/// <summary>A code cell.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="IsParameters">True if its variables are the inputs of demos.</param>
internal sealed record ParsedCell(string Id, CellCode Code, bool IsParameters);

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

    /// <summary>Parses on a thread of its own: code can be written on which the parser takes for ever.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="begins">Told the id of each cell before it is parsed.</param>
    /// <param name="token">Ends the parsing, as far as the parser heeds it; the caller is free at once.</param>
    public static Task<ParsedNotebook> ParseAsync(Notebook notebook, Action<string> begins, CancellationToken token)
    {
        var parsed = new TaskCompletionSource<ParsedNotebook>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(parsed, () => Parse(notebook, begins, token)), StackSize) { IsBackground = true, Name = "parser" };
        thread.Start();
        return parsed.Task.WaitAsync(token);
    }

    private static void Complete(TaskCompletionSource<ParsedNotebook> parsed, Func<ParsedNotebook> parse)
    {
        try
        {
            parsed.SetResult(parse());
        }
        catch (OperationCanceledException)
        {
            parsed.SetCanceled();
        }
    }

    private static ParsedNotebook Parse(Notebook notebook, Action<string> begins, CancellationToken token)
    {
        var missing = CellNeeds.MissingIn(notebook);
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !missing.ContainsKey(cell.Id));
        return new(notebook, [.. code.Select(cell =>
        {
            begins(cell.Id);
            var label = $"{Path.GetFileName(notebook.Path)}#{cell.Id}";
            return new ParsedCell(cell.Id, CellCode.Parse(cell.Source, label, token), cell.Tags.Contains("parameters"));
        })]);
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

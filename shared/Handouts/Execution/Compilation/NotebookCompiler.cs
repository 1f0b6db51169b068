using Handouts.Execution.Protocol;

namespace Handouts.Execution.Compilation;

/// <summary>Compiles a notebook's cells ahead of their run, on a thread of its own.</summary>
/// <param name="notebook">The cells.</param>
/// <param name="assignments">Values that parameters get right after the cell that declares them.</param>
/// <param name="waitForTurn">Waits until the cell of an id has begun; false if it never will.</param>
internal sealed class NotebookCompiler(
    ParsedNotebook notebook, IReadOnlyList<Assignment> assignments, Func<string, bool> waitForTurn)
{
    private const int StackSize = 256 << 20;

    private readonly SubmissionChain _chain = new(notebook.Notebook.Folder);

    /// <summary>Begins to compile, and hands over each cell as soon as it is ready.</summary>
    /// <param name="deliver">Takes a cell; an <see cref="IOException"/> says that nobody wants it any more.</param>
    /// <param name="token">Ends the work.</param>
    public void Start(Action<CompiledCell> deliver, CancellationToken token)
    {
        var thread = new Thread(() => Run(deliver, token), StackSize) { IsBackground = true, Name = "compiler" };
        thread.Start();
    }

    private void Run(Action<CompiledCell> deliver, CancellationToken token)
    {
        try
        {
            foreach (var cell in notebook.Cells)
            {
                // A cell before it may write the file; the first has none before it.
                if (cell != notebook.Cells[0] && cell.Code.NamesFiles && !waitForTurn(cell.Id))
                {
                    return;
                }

                deliver(new CompiledCell(Compile(cell, token)));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The run has ended before its last cell.
        }
    }

    private List<CompiledPiece> Compile(ParsedCell cell, CancellationToken token)
    {
        List<CompiledPiece> pieces = [_chain.Compile(cell.Code, token)];
        if (pieces[0].Error is null && cell.IsParameters)
        {
            var declared = cell.Code.Names;
            pieces.AddRange(assignments
                .Where(assignment => declared.Contains(assignment.Name))
                .Select(assignment => CellCode.Parse(
                    $"{assignment.Name} = {assignment.Expression};", $"{cell.Code.Label} --set"))
                .Select(code => _chain.Compile(code, token)));
        }

        return pieces;
    }
}

using Handouts.Execution;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Tells the caller of <c>run</c> how cells end: id, state and time, one line each, and why they failed.</summary>
internal sealed class RunDisplay(CourseConsole console)
{
    /// <summary>A cell's state has changed.</summary>
    public void Show(Notebook notebook, CellRun cell)
    {
        console.Running(notebook.Name, cell.State == CellState.Running ? cell.Id : null);
        if (cell.State == CellState.NotHere)
        {
            console.Say($"{notebook.Name}#{cell.Id}  not run here: needs {cell.Missing}");
        }
        else if (cell.State != CellState.Running)
        {
            console.Say($"{notebook.Name}#{cell.Id}  {Word(cell.State)}  {cell.Elapsed.TotalMilliseconds:0} ms");
            SayWhy(cell);
        }
    }

    /// <summary>As <see cref="Show"/>, of cells that failed only.</summary>
    public void ShowFailure(Notebook notebook, CellRun cell)
    {
        console.Running(notebook.Name, cell.State == CellState.Running ? cell.Id : null);
        if (cell.State != CellState.Running && !cell.IsGood)
        {
            Show(notebook, cell);
        }
    }

    /// <summary>A notebook has ended.</summary>
    public void ShowEnd(NotebookRun run)
    {
        foreach (var cell in run.Cells.Where(cell => cell.State == CellState.NotRun))
        {
            console.Say($"{run.Notebook.Name}#{cell.Id}  not run");
        }

        foreach (var cell in run.Cells.Where(cell => cell.PrintedTooLate))
        {
            console.Say($"  {run.Notebook.Name}#{cell.Id} printed after it had ended; that text is lost (await what a cell starts).");
        }
    }

    private static string Word(CellState state) => state switch
    {
        CellState.Passed => "ok",
        CellState.FailedAsExpected => "ok (fails as it should)",
        CellState.TimedOut => "TIME LIMIT",
        CellState.Interrupted => "interrupted",
        _ => "FAILED",
    };

    private void SayWhy(CellRun cell)
    {
        if (!cell.IsGood && cell.Error is { } error)
        {
            console.Say($"  {error.Name}: {error.Message}");
            foreach (var line in error.Traceback.Where(line => line != error.Message && line != $"{error.Name}: {error.Message}"))
            {
                console.Say($"  {line}");
            }
        }
    }
}

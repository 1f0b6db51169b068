using Handouts.Execution;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Tells the caller how cells end: one line each.</summary>
internal class RunDisplay : IDisposable
{
    private readonly object _gate = new();

    /// <summary>A live display where somebody is looking, plain lines elsewhere.</summary>
    public static RunDisplay Create() => Console.IsOutputRedirected ? new RunDisplay() : new LiveRunDisplay();

    /// <summary>A cell's state has changed.</summary>
    public virtual void Show(Notebook notebook, CellRun cell)
    {
        if (cell.State != CellState.Running)
        {
            Say(Line(notebook, cell));
            SayWhy(cell);
        }
    }

    /// <summary>A notebook has ended.</summary>
    public virtual void ShowEnd(NotebookRun run)
    {
        foreach (var cell in run.Cells.Where(cell => cell.State == CellState.NotRun))
        {
            Say(Line(run.Notebook, cell));
        }

        foreach (var cell in run.Cells.Where(cell => cell.PrintedTooLate))
        {
            Say($"  {run.Notebook.Name}#{cell.Id} printed after it had ended; that text is lost (await what a cell starts).");
        }
    }

    /// <summary>Writes a line.</summary>
    public virtual void Say(string line)
    {
        lock (_gate)
        {
            Console.Out.WriteLine(line);
        }
    }

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
    }

    protected static string Word(CellState state) => state switch
    {
        CellState.Passed => "ok",
        CellState.FailedAsExpected => "ok (fails as it should)",
        CellState.NotRun => "not run",
        CellState.TimedOut => "TIME LIMIT",
        CellState.Interrupted => "interrupted",
        CellState.Running => "running",
        _ => "FAILED",
    };

    private static string Line(Notebook notebook, CellRun cell) => cell.State == CellState.NotRun
        ? $"{notebook.Name}#{cell.Id}  not run"
        : $"{notebook.Name}#{cell.Id}  {Word(cell.State)}  {cell.Elapsed.TotalMilliseconds:0} ms";

    private void SayWhy(CellRun cell)
    {
        if (!cell.IsGood && cell.Error is { } error)
        {
            Say($"  {error.Name}: {error.Message}");
            foreach (var line in error.Traceback.Where(line => line != error.Message && line != $"{error.Name}: {error.Message}"))
            {
                Say($"  {line}");
            }
        }
    }
}

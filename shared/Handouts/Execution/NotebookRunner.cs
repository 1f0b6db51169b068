using System.Diagnostics;
using Handouts.Execution.Compilation;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>Runs notebooks, each in a process of its own: what a cell does to its process, others do not feel.</summary>
internal static class NotebookRunner
{
    private const string ErrorMode = "error:";

    /// <summary>Runs a notebook's code cells in order. The notebook itself stays as it is.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="settings">Time limit, pace and values.</param>
    /// <param name="progress">Told whenever the state of a cell changes; never called twice at once.</param>
    /// <param name="token">Ends the run: its cells are then interrupted or not run.</param>
    /// <exception cref="UsageException">The settings do not fit the notebook; nothing was run.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook, RunSettings settings, Action<CellRun>? progress = null, CancellationToken token = default)
    {
        var watch = Stopwatch.StartNew();
        var record = new RunRecord(notebook, progress ?? (_ => { }));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(settings.Limit);
        IReadOnlyList<CodeFinding> findings = [];
        string? reading = null;
        try
        {
            var parsed = await ParsedNotebook.ParseAsync(notebook, cell => Volatile.Write(ref reading, cell), limit.Token);
            reading = null;
            if (parsed.UnknownName(settings.Assignments) is { } refusal)
            {
                throw new UsageException(refusal);
            }

            findings = settings.InspectCode ? [.. CodeRules.Check(parsed.Cells)] : [];
            await ExecuteAsync(parsed, settings, record, limit.Token);
        }
        catch (OperationCanceledException)
        {
            AbortAtLimit(record, notebook, settings, Volatile.Read(ref reading), isInterrupted: token.IsCancellationRequested);
        }

        return record.ToRun(watch.Elapsed, findings);
    }

    private static async Task ExecuteAsync(ParsedNotebook parsed, RunSettings settings, RunRecord record, CancellationToken token)
    {
        using var child = ChildProcess.Start(parsed.Notebook.Folder, settings.Pace);
        try
        {
            var compiler = new NotebookCompiler(parsed, settings.Assignments, record.WaitForTurn);
            await child.ConverseAsync(Request(parsed, settings), compiler, record, token);
            if (!record.IsComplete)
            {
                var end = await child.WaitForEndAsync(token);
                record.Abort(CellState.Failed, cell => end.ToError($"{parsed.Notebook.Name}.ipynb#{cell}"));
            }
        }
        finally
        {
            child.Kill();
        }
    }

    /// <param name="record">The run.</param>
    /// <param name="notebook">The notebook.</param>
    /// <param name="settings">Its limit.</param>
    /// <param name="reading">The cell that the parser was reading; null if it was done.</param>
    /// <param name="isInterrupted">True if the caller ended the run, not the limit.</param>
    private static void AbortAtLimit(
        RunRecord record, Notebook notebook, RunSettings settings, string? reading, bool isInterrupted)
    {
        var limit = $"at the notebook's limit of {settings.Limit.TotalSeconds:0.###} s";
        var (state, name, sentence) = isInterrupted
            ? (CellState.Interrupted, "Interrupted", "was running when the run was interrupted.")
            : reading is not null
                ? (CellState.TimedOut, "TimeLimit", $"was still being read by the compiler {limit}: write it in smaller pieces.")
                : (CellState.TimedOut, "TimeLimit", $"was still running {limit} and was ended: does it loop or await without end?");
        record.Abort(state, cell => new ErrorOutput(name, $"{notebook.Name}.ipynb#{cell} {sentence}", []), reading);
    }

    private static ChildRequest Request(ParsedNotebook parsed, RunSettings settings)
    {
        var checks = parsed.Notebook.Cells.ToDictionary(cell => cell.Id, cell => cell.Course.Check);
        return new ChildRequest([.. parsed.Cells.Select(cell => new RequestedCell(
            cell.Id,
            ExpectedError(checks[cell.Id]),
            settings.CollectInputs && cell.IsParameters ? cell.Code.Names : null))]);
    }

    /// <summary>The type in "error: Type", without its namespace.</summary>
    private static string? ExpectedError(string check) =>
        check.StartsWith(ErrorMode, StringComparison.Ordinal) ? check[ErrorMode.Length..].Trim().Split('.')[^1] : null;
}

using System.Collections.Concurrent;
using Handouts.Execution;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Runs a notebook for its handout, unless its last good run is kept and nothing has changed since.</summary>
internal sealed class CachedExecution(RunCache? cache, RunSettings settings, CourseConsole console)
{
    private readonly ConcurrentBag<NotebookRun> _runs = [];

    /// <summary>The runs that were needed.</summary>
    public IReadOnlyCollection<NotebookRun> Runs => _runs;

    /// <summary>The notebook's kept run or a fresh one; null if a cell failed, since half a run makes no handout.</summary>
    public async Task<ExecutedNotebook?> ExecuteAsync(Notebook notebook, CancellationToken token)
    {
        var key = cache is null ? null : RunSources.KeyOf(notebook);
        if (key is not null && cache!.Find(notebook, key) is { } kept)
        {
            console.Say($"{notebook.Name}: unchanged");
            return kept;
        }

        var display = new RunDisplay(console);
        var run = await NotebookExecution.RunAsync(notebook, settings, console, cell => display.ShowFailure(notebook, cell), token);
        if (run.Missing is { } what)
        {
            // Made of the notebook and this sentence alone: the page stays until one of them changes.
            return new ExecutedNotebook(run.Executed) { Key = key is null ? null : $"{key} without {what}" };
        }

        _runs.Add(run);
        if (!run.IsGood)
        {
            console.Say($"{notebook.Name}: no handout, because a cell failed.");
            return null;
        }

        console.Say($"{notebook.Name}: {run.Cells.Count} cells in {run.Elapsed.TotalSeconds:0.0} s" + (run.NotHere is { } missing ? $"; {missing}" : ""));
        return Keep(notebook, key, run.Executed);
    }

    /// <summary>Keeps a run, unless what it came from has changed under it: nobody knows then which of the two it shows.</summary>
    private ExecutedNotebook Keep(Notebook notebook, string? key, Notebook executed)
    {
        if (key is null || key != RunSources.KeyOf(notebook))
        {
            return new ExecutedNotebook(executed);
        }

        cache!.Keep(notebook, key, executed);
        return new ExecutedNotebook(executed) { Key = key };
    }
}

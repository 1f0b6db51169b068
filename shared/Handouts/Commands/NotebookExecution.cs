using Handouts.Execution;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Runs a notebook for a command, unless it needs what is not here.</summary>
internal static class NotebookExecution
{
    /// <summary>The notebook's run; if something is missing, one of no cells, after saying so.</summary>
    /// <exception cref="UsageException">The settings do not fit the notebook; nothing was run.</exception>
    /// <exception cref="OperationCanceledException">The token has ended it.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook, RunSettings settings, CourseConsole console, Action<CellRun> progress, CancellationToken token)
    {
        if (await Needs.MissingAsync(notebook, token) is { } what)
        {
            console.Say(Needs.Sentence(notebook, what));
            return Needs.NoRun(notebook, what);
        }

        var run = await NotebookRunner.RunAsync(notebook, settings, progress, token);
        token.ThrowIfCancellationRequested();
        return run;
    }
}

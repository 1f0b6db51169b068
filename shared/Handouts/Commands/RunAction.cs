using Handouts.Execution;
using Handouts.Execution.References;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Runs notebooks, two side by side, and hands their results to whoever was asked for.</summary>
internal static class RunAction
{
    public static async Task<int> RunAsync(RunOptions options, CancellationToken token)
    {
        if (options.Write && options.Settings.Assignments.Count > 0)
        {
            throw new UsageException("--set and --write exclude each other: a notebook keeps the outputs of its own values.");
        }

        if (options.Watch)
        {
            return options.Write || options.TimelinesFolder is not null || options.ReportFile is not null
                ? throw new UsageException("--watch writes nothing: leave out --write, --timelines and --report.")
                : await WatchAction.RunAsync(options.Notebooks, options.Settings, token);
        }

        OutputPlaces.Require(options);
        var notebooks = options.Notebooks.Select(NotebookFile.Read).ToList();
        using var console = CourseConsole.Create();
        var runs = await SideBySide.RunAsync(notebooks, notebook => RunOneAsync(notebook, options, console, token));
        token.ThrowIfCancellationRequested();
        if (options.ReportFile is { } report)
        {
            RunReport.Write(report, runs);
        }

        return RunExit.CodeOf(runs);
    }

    private static async Task<NotebookRun> RunOneAsync(
        Notebook notebook, RunOptions options, CourseConsole console, CancellationToken token)
    {
        var display = new RunDisplay(console);
        var run = await NotebookExecution.RunAsync(notebook, options.Settings, console, cell => display.Show(notebook, cell), token);
        if (run.Missing is not null)
        {
            return run;
        }

        display.ShowEnd(run);
        if (options.TimelinesFolder is { } folder)
        {
            TimelineFiles.Write(folder, run, isOriginal: options.Settings.Assignments.Count == 0);
        }

        if (options.Write)
        {
            Store(run, console);
        }

        return run;
    }

    /// <summary>A notebook that stopped half-way keeps the outputs it had.</summary>
    private static void Store(NotebookRun run, CourseConsole console)
    {
        if (run.IsGood)
        {
            NotebookFile.Write(run.Executed);
        }
        else
        {
            console.Say($"{run.Notebook.Name}: not written, because a cell failed.");
        }
    }
}

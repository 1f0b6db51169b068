using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Rendering;
using Handouts.Watching;

namespace Handouts.Commands;

/// <summary>Runs notebooks, shows their handouts to browsers on this machine, and does both again whenever one is saved.</summary>
internal sealed class WatchAction : IDisposable
{
    private readonly RunSettings _settings;
    private readonly CourseConsole _console;
    private readonly LiveHandouts _handouts;
    private readonly SemaphoreSlim _places = new(2);

    private WatchAction(RunSettings settings, CourseConsole console, LiveHandouts handouts) =>
        (_settings, _console, _handouts) = (settings, console, handouts);

    /// <summary>Goes on until it is interrupted, which is how watching ends well.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, RunSettings settings, CancellationToken stop)
    {
        using var console = CourseConsole.Create();
        List<Notebook> course = [.. new CourseNotebooks(paths, console.Say).OfCourse(), .. paths.Where(Extras.IsOne).Select(NotebookFile.Read)];
        var chosen = paths.Select(path => course.Single(notebook => notebook.Path == Path.GetFullPath(path))).ToList();
        var handouts = new LiveHandouts(course);
        await using var server = await LiveServer.StartAsync(handouts, stop);
        using var watching = new WatchAction(settings, console, handouts);
        chosen.ForEach(notebook => console.Say($"{notebook.Name}: {new Uri(server.Address, HandoutNames.Of(notebook.Name, Edition.Student))}"));
        console.Say("Save a notebook and its page follows. Ctrl-C ends this.");
        try
        {
            await Task.WhenAll(chosen.Select(notebook => watching.WatchAsync(notebook, stop)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was asked for.
        }

        return ExitCodes.Good;
    }

    public void Dispose() => _places.Dispose();

    private async Task WatchAsync(Notebook notebook, CancellationToken stop)
    {
        var watch = new NotebookWatch(_console.Say);
        while (true)
        {
            using var outdated = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var next = watch.NextAsync(notebook, stop);
            var run = RunAsync(notebook, outdated.Token);
            await Task.WhenAny(run, next);
            await outdated.CancelAsync(); // a run of yesterday's cells is of no use; one that has ended does not mind
            await run;
            var saved = await next;
            _console.Say($"{notebook.Name}: saved with changes in {Few(saved.Changes)}");
            notebook = saved.Notebook;
        }
    }

    private async Task RunAsync(Notebook notebook, CancellationToken outdated)
    {
        try
        {
            await _places.WaitAsync(outdated);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            await RunAndShowAsync(notebook, outdated);
        }
        catch (OperationCanceledException) when (outdated.IsCancellationRequested)
        {
            // The next one is on its way, or none is wanted any more.
        }
        catch (Exception problem) when (problem is UsageException or IOException or UnauthorizedAccessException)
        {
            _console.Say($"{notebook.Name}: not run: {problem.Message} Save it changed, and it is tried again.");
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task RunAndShowAsync(Notebook notebook, CancellationToken outdated)
    {
        var display = new RunDisplay(_console);
        var run = await NotebookExecution.RunAsync(notebook, _settings, _console, cell => display.ShowFailure(notebook, cell), outdated);
        _handouts.Show(run.Executed);
        if (run.Missing is null)
        {
            _console.Say($"{notebook.Name}: {(run.IsGood ? "" : "not all of ")}{run.Cells.Count} cells in {run.Elapsed.TotalSeconds:0.0} s");
        }
    }

    private static string Few(IReadOnlyList<string> cells) =>
        cells.Count <= 3 ? string.Join(", ", cells) : $"{string.Join(", ", cells.Take(3))} and {cells.Count - 3} more";
}

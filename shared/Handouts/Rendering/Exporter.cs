using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>Runs a notebook and gives it back with its outputs; the notebook it was given stays as it is.</summary>
internal delegate Task<Notebook> ExecuteNotebook(Notebook notebook, CancellationToken stop);

/// <summary>What to export, where to, for whom.</summary>
internal sealed record ExportOptions
{
    /// <summary>The folder for the pages.</summary>
    public required string Folder { get; init; }

    /// <summary>For whom.</summary>
    public Edition Edition { get; init; } = Edition.Student;

    /// <summary>How many notebooks run side by side, at least 1.</summary>
    public int Jobs { get; init; } = 1;
}

/// <summary>Exports notebooks: runs them, renders them, writes page after page and, last, the map of the course.</summary>
/// <param name="execute">Runs a notebook, or takes its outputs from where they are kept.</param>
internal sealed class Exporter(ExecuteNotebook execute)
{
    /// <summary>Exports the chosen notebooks; a page is written as soon as its notebook was run.</summary>
    /// <param name="course">All notebooks of the course, in order: for previous, next and the map.</param>
    /// <param name="chosen">Those to export; each must be one of the course.</param>
    /// <param name="options">Where to and for whom.</param>
    /// <param name="stop">Stops the runs; pages that are written stay.</param>
    /// <returns>The full paths of the pages in the order of <paramref name="chosen"/>, then that of the map.</returns>
    /// <exception cref="HandoutException">The folder cannot be written.</exception>
    public async Task<IReadOnlyList<string>> ExportAsync(
        IReadOnlyList<Notebook> course, IReadOnlyList<Notebook> chosen, ExportOptions options, CancellationToken stop = default)
    {
        var done = new Export[chosen.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = stop };
        await Parallel.ForAsync(0, chosen.Count, parallel, async (i, cancel) =>
            done[i] = await ExportAsync(chosen[i], course, options, cancel));

        // The map shows the fresh runs, and for the other notebooks those they were saved with.
        var latest = course.Select(notebook => done.FirstOrDefault(export => export.Executed.Name == notebook.Name)?.Executed ?? notebook);
        var index = HandoutRenderer.Index(latest, options.Edition);
        return [.. done.Select(export => export.Path), .. await HandoutWriter.WriteAsync(options.Folder, [index], stop)];
    }

    private async Task<Export> ExportAsync(
        Notebook notebook, IReadOnlyList<Notebook> course, ExportOptions options, CancellationToken stop)
    {
        var executed = await execute(notebook, stop);
        var page = await HandoutRenderer.PageAsync(executed, course, options.Edition, stop);
        var paths = await HandoutWriter.WriteAsync(options.Folder, [page], stop);
        return new Export(executed, paths[0]);
    }

    private sealed record Export(Notebook Executed, string Path);
}

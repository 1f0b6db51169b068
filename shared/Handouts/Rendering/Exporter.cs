using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>
/// Runs a notebook and gives it back with its outputs, or null if it has none to show; the notebook it was given
/// stays as it is.
/// </summary>
internal delegate Task<Notebook?> ExecuteNotebook(Notebook notebook, CancellationToken stop);

/// <summary>Exports notebooks: runs them, renders them, writes page after page and, last, the map of the course.</summary>
/// <param name="execute">Runs a notebook, or takes its outputs from where they are kept.</param>
internal sealed class Exporter(ExecuteNotebook execute)
{
    /// <summary>Exports the chosen notebooks; a page is written as soon as its notebook was run.</summary>
    /// <param name="course">All notebooks of the course, in order: for previous, next and the map.</param>
    /// <param name="extras">Notebooks beside the course; the map links to those that have a page.</param>
    /// <param name="chosen">Those to export; each must be one of the course or of the extras.</param>
    /// <param name="options">Where to and for whom.</param>
    /// <param name="stop">Stops the runs; pages that are written stay.</param>
    /// <returns>The full paths of the pages in the order of <paramref name="chosen"/>, then that of the map.</returns>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public async Task<IReadOnlyList<string>> ExportAsync(
        IReadOnlyList<Notebook> course,
        IReadOnlyList<Notebook> extras,
        IReadOnlyList<Notebook> chosen,
        ExportOptions options,
        CancellationToken stop = default)
    {
        var done = new Export?[chosen.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = stop };
        await Parallel.ForAsync(0, chosen.Count, parallel, async (i, cancel) =>
            done[i] = await ExportAsync(chosen[i], course, options, cancel));

        var exports = done.OfType<Export>().ToList();
        // The map shows the fresh runs, and for the other notebooks those they were saved with.
        var latest = course.Select(notebook => exports.Find(export => export.Executed.Name == notebook.Name)?.Executed ?? notebook);
        var linked = extras.Where(extra => File.Exists(Path.Combine(options.Folder!, HandoutNames.Of(extra.Name, options.Edition))));
        var index = HandoutRenderer.Index(latest, linked, options.Edition);
        return [.. exports.Select(export => export.Path), .. HandoutWriter.Write(options.Folder!, index)];
    }

    private async Task<Export?> ExportAsync(
        Notebook notebook, IReadOnlyList<Notebook> course, ExportOptions options, CancellationToken stop)
    {
        if (await execute(notebook, stop) is not { } executed)
        {
            return null;
        }

        var page = await HandoutRenderer.PageAsync(executed, course, options.Edition, stop);
        return new Export(executed, HandoutWriter.Write(options.Folder!, page)[0]);
    }

    private sealed record Export(Notebook Executed, string Path);
}

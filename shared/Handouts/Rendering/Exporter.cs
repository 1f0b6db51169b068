using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>
/// Runs a notebook and gives it back with its outputs, or null if it has none to show; the notebook it was given
/// stays as it is.
/// </summary>
internal delegate Task<ExecutedNotebook?> ExecuteNotebook(Notebook notebook, CancellationToken stop);

/// <summary>
/// Exports notebooks: runs them, renders them, writes page after page and, last, the map of the course. A page that
/// is already what it would write stays.
/// </summary>
/// <param name="execute">Runs a notebook, or takes its outputs from where they are kept.</param>
/// <param name="kept">Knows which pages are current; null to write them all.</param>
internal sealed class Exporter(ExecuteNotebook execute, KeptPages? kept = null)
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
        var titles = PageKeys.TitlesOf(course);
        var done = new Export?[chosen.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = stop };
        await Parallel.ForAsync(0, chosen.Count, parallel, async (i, cancel) =>
            done[i] = await ExportAsync(chosen[i], titles, options, cancel));

        var exports = done.OfType<Export>().ToList();
        var linked = extras.Where(extra => File.Exists(Path.Combine(options.Folder!, HandoutNames.Of(extra.Name, options.Edition)))).ToList();
        return [.. exports.Select(export => export.Path), await MapAsync(course, linked, exports, options)];
    }

    private async Task<Export?> ExportAsync(
        Notebook notebook, IReadOnlyList<Notebook> titles, ExportOptions options, CancellationToken stop)
    {
        if (await execute(notebook, stop) is not { } run)
        {
            return null;
        }

        var path = await WriteAsync(
            options.Folder!,
            HandoutNames.Of(notebook.Name, options.Edition),
            PageKeys.OfPage(run, notebook, titles, options.Edition),
            () => HandoutRenderer.PageAsync(run.Notebook, titles, options.Edition, stop: stop));
        return new Export(notebook.Name, run, path);
    }

    /// <summary>The map shows the runs of this export, and for the other notebooks those they were saved with.</summary>
    private Task<string> MapAsync(
        IReadOnlyList<Notebook> course, IReadOnlyList<Notebook> linked, IEnumerable<Export> exports, ExportOptions options)
    {
        var runs = exports.ToDictionary(export => export.Notebook, export => export.Run);
        return WriteAsync(
            options.Folder!,
            HandoutNames.Index(options.Edition),
            PageKeys.OfMap(course, linked, runs, options.Edition),
            () => Task.FromResult(HandoutRenderer.Index(
                course.Select(notebook => runs.GetValueOrDefault(notebook.Name)?.Notebook ?? notebook), linked, options.Edition)));
    }

    /// <summary>Writes a page, unless it is current.</summary>
    /// <returns>Its full path.</returns>
    private async Task<string> WriteAsync(string folder, string name, string? key, Func<Task<HandoutFile>> render)
    {
        if (key is not null && kept?.IsCurrent(name, key) == true)
        {
            return Path.GetFullPath(Path.Combine(folder, name));
        }

        var page = await render();
        var path = HandoutWriter.Write(folder, page)[0];
        if (key is not null)
        {
            kept?.Keep(page, key);
        }

        return path;
    }

    private sealed record Export(string Notebook, ExecutedNotebook Run, string Path);
}

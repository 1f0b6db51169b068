using Handouts.Execution;
using Handouts.Rendering;

namespace Handouts.Commands;

/// <summary>Runs what has changed, renders everything asked for, and says what it does.</summary>
internal static class ExportAction
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> paths, ExportOptions options, RunSettings settings, CancellationToken token)
    {
        var course = CourseNotebooks.Around(paths);
        var chosen = paths.Select(path => course.Single(notebook => notebook.Path == Path.GetFullPath(path))).ToList();
        var folder = options.Folder ?? Path.GetFullPath(Path.Combine(chosen[0].Folder, "..", "handouts"));
        OutputPlaces.RequireFolder(folder, "--output");
        using var console = CourseConsole.Create();
        var execution = new CachedExecution(options.UseCache ? new RunCache(folder) : null, settings, console);
        var exporter = new Exporter(execution.ExecuteAsync, options.UseCache ? new KeptPages(folder) : null);
        var written = await exporter.ExportAsync(course, chosen, options with { Folder = folder }, token);
        token.ThrowIfCancellationRequested();
        console.Say($"{(written.Count == 2 ? "1 handout" : $"{written.Count - 1} handouts")} and the map of the course: {written[^1]}");
        return RunExit.CodeOf(execution.Runs);
    }
}

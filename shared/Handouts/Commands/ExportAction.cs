using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Rendering;

namespace Handouts.Commands;

/// <summary>Runs what has changed, renders everything asked for, and says what it does.</summary>
internal static class ExportAction
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> paths, ExportOptions options, RunSettings settings, CancellationToken token)
    {
        var root = Extras.CourseFolder(paths[0]);
        using var console = CourseConsole.Create();
        var notebooks = new CourseNotebooks(paths, console.Say);
        var course = notebooks.OfCourse();
        var extras = notebooks.BesideCourse(root);
        var asked = paths.Select(Path.GetFullPath).ToList();
        var chosen = asked.Select(path => course.Concat(extras).Single(notebook => notebook.Path == path)).ToList();
        if (course.TrueForAll(notebook => asked.Contains(notebook.Path)))
        {
            chosen = [.. chosen.Union(extras)];
        }

        var folder = options.Folder ?? Path.GetFullPath(Path.Combine(root, "..", "handouts"));
        OutputPlaces.RequireDistinctNames(chosen.Select(notebook => notebook.Path), "--output");
        OutputPlaces.RequireFolder(folder, "--output");
        var execution = new CachedExecution(options.UseCache ? new RunCache(folder) : null, settings, console);
        var exporter = new Exporter(execution.ExecuteAsync, options.UseCache ? new KeptPages(folder) : null);
        var written = await exporter.ExportAsync(course, extras, chosen, options with { Folder = folder }, token);
        token.ThrowIfCancellationRequested();
        console.Say($"{(written.Count == 2 ? "1 handout" : $"{written.Count - 1} handouts")} and the map of the course: {written[^1]}");
        return RunExit.CodeOf(execution.Runs);
    }
}

using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>Keys of everything that pages are made of. A run's key stands for the notebook and this program, too.</summary>
internal static class PageKeys
{
    /// <summary>
    /// What a notebook's page may know of the others: their title cells. The page is made from nothing more, so that
    /// its key cannot leave anything out.
    /// </summary>
    public static IReadOnlyList<Notebook> TitlesOf(IEnumerable<Notebook> course) =>
        [.. course.Select(notebook => notebook.With([.. notebook.Cells.Where(cell => cell.Course.Role == "title").Take(1)]))];

    /// <summary>The key of a notebook's page; null if its run is not kept.</summary>
    public static string? OfPage(ExecutedNotebook run, Notebook notebook, IReadOnlyList<Notebook> titles, Edition edition) =>
        run.Key is null ? null : KeptPages.KeyOf(
            [run.Key, edition.ToString(), .. titles.SelectMany(TitleParts), .. SolutionParts(notebook, edition)]);

    /// <summary>The key of the map; null if a run on it is not kept.</summary>
    /// <param name="course">All notebooks in order.</param>
    /// <param name="linked">Notebooks beside the course that it links to.</param>
    /// <param name="runs">The runs of those that were exported, by name.</param>
    /// <param name="edition">For whom.</param>
    public static string? OfMap(
        IReadOnlyList<Notebook> course,
        IReadOnlyList<Notebook> linked,
        IReadOnlyDictionary<string, ExecutedNotebook> runs,
        Edition edition)
    {
        var parts = course.Select(notebook => runs.TryGetValue(notebook.Name, out var run) ? run.Key : notebook.Fingerprint).ToList();
        return parts.Contains(null)
            ? null
            : KeptPages.KeyOf([
                typeof(PageKeys).Module.ModuleVersionId.ToString(),
                edition.ToString(),
                .. course.Select(notebook => notebook.Name),
                .. linked.SelectMany(TitleParts),
                .. parts!,
            ]);
    }

    private static IEnumerable<string> TitleParts(Notebook title) =>
        [title.Name, .. title.Cells.SelectMany(cell => (string[])[cell.Source, cell.Metadata.ToJsonString()])];

    /// <summary>The solutions that the instructor's page shows.</summary>
    private static IEnumerable<string> SolutionParts(Notebook notebook, Edition edition) => edition == Edition.Student
        ? []
        : notebook.Cells.Select(cell => cell.Course.Exercise).OfType<string>().Distinct()
            .Select(exercise => Path.Combine(notebook.Folder, "exercises", exercise, "solution.csx"))
            .Select(file => File.Exists(file) ? File.ReadAllText(file) : "");
}

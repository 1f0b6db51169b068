using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The notebooks around those that were asked for.</summary>
internal static class CourseNotebooks
{
    /// <summary>Those of them that are of the course, and all notebooks beside them, in order, so that a single page knows its neighbours.</summary>
    public static List<Notebook> Around(IReadOnlyList<string> paths) =>
    [
        .. paths.Where(path => !Extras.IsOne(path)).Select(Path.GetFullPath)
            .Concat(paths.Select(Extras.CourseFolder).Distinct().SelectMany(Notebooks))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(NotebookFile.Read),
    ];

    private static string[] Notebooks(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb") : [];
}

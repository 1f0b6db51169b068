using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The notebooks around those that were asked for.</summary>
internal static class CourseNotebooks
{
    /// <summary>They and all notebooks beside them, in order, so that a single page knows its neighbours.</summary>
    public static List<Notebook> Around(IReadOnlyList<string> paths) =>
    [
        .. paths.Select(Path.GetFullPath)
            .Concat(paths.SelectMany(path => Neighbours(Path.GetFullPath(path))))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(NotebookFile.Read),
    ];

    private static string[] Neighbours(string path) =>
        Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb") : [];
}

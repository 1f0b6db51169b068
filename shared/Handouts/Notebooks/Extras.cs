namespace Handouts.Notebooks;

/// <summary>
/// Notebooks beside the course, in <c>notebooks/extras/</c>: they are run and exported as any other, and have no number, no
/// minutes, no neighbours and no place in the map but a link.
/// </summary>
internal static class Extras
{
    private const string FolderName = "extras";

    /// <summary>Whether a notebook stands beside the course.</summary>
    public static bool IsOne(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == FolderName;

    /// <summary>The folder of the course's notebooks that a notebook belongs to.</summary>
    public static string CourseFolder(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return IsOne(path) ? Path.GetDirectoryName(folder)! : folder;
    }

    /// <summary>The paths of all that stand beside a course, in the order of their names.</summary>
    public static IReadOnlyList<string> Beside(string courseFolder)
    {
        var folder = Path.Combine(courseFolder, FolderName);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];
    }
}

using System.Text.RegularExpressions;

namespace Handouts.Notebooks;

/// <summary>
/// Cells that need what is not there everywhere (<c>course.needs</c>: the name of a package): they run where every file
/// that cells of that need name by <c>#r</c> exists, and are left alone elsewhere.
/// </summary>
internal static partial class CellNeeds
{
    /// <summary>The cells that cannot run here, each with what it needs.</summary>
    public static IReadOnlyDictionary<string, string> MissingIn(Notebook notebook)
    {
        var needy = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Course.Needs is not null).ToList();
        var missing = needy.Where(cell => FilesOf(cell).Any(file => !File.Exists(Path.Combine(notebook.Folder, file))))
            .Select(cell => cell.Course.Needs!).ToHashSet();
        return needy.Where(cell => missing.Contains(cell.Course.Needs!)).ToDictionary(cell => cell.Id, cell => cell.Course.Needs!);
    }

    private static IEnumerable<string> FilesOf(Cell cell) =>
        Reference().Matches(cell.Source).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""^\s*#r\s+"([^":]+\.dll)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Reference();
}

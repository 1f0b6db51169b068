using System.Text.RegularExpressions;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>
/// The files that a notebook's cells name by <c>#r</c> and <c>#load</c>, and those that loaded files name in turn. As for the
/// compiler, a path begins at the folder of the file that names it.
/// </summary>
internal sealed partial class NamedFiles
{
    private readonly HashSet<string> _paths = [];

    /// <summary>Their full paths, each once; a file need not be there.</summary>
    public static IReadOnlyCollection<string> Of(Notebook notebook)
    {
        var files = new NamedFiles();
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            files.AddFrom(cell.Source, notebook.Folder);
        }

        return files._paths;
    }

    private void AddFrom(string source, string folder)
    {
        foreach (var directive in Directive().Matches(source).Where(directive => !IsPackage(directive.Groups["file"].Value)))
        {
            var path = Path.GetFullPath(directive.Groups["file"].Value, folder);
            // Files may load each other.
            if (_paths.Add(path) && directive.Groups["how"].Value == "load")
            {
                AddFrom(TextOf(path), Path.GetDirectoryName(path) ?? folder);
            }
        }
    }

    private static bool IsPackage(string file) => file.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Empty for a file that cannot be read: the cell that loads it says so.</summary>
    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*(?<how>r|load)[ \t]*"(?<file>[^"\0\r\n]+)["]""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}

using System.CommandLine;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Notebooks on the command line: paths or names; none means all of the course.</summary>
internal static class NotebookArguments
{
    private const string Extension = ".ipynb";

    public static Argument<string[]> Argument() => new("NOTEBOOK")
    {
        Description = "Paths or names of notebooks (08-semaphore); none: all of notebooks/.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The paths that are meant, each once, in the order given.</summary>
    /// <exception cref="UsageException">None is given and no course is found.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyCollection<string> given) =>
        given.Count == 0 ? All() : [.. given.Select(Resolve).DistinctBy(Path.GetFullPath)];

    /// <summary>A path as it is; a notebook of the course by its name, or by a part of it that no other has: 08, racing.</summary>
    private static string Resolve(string given)
    {
        if (given.StartsWith('-'))
        {
            throw new UsageException($"'{given}' is no option here: --help says what can be asked for.");
        }

        if (File.Exists(given) || Directory.Exists(given) || Folder() is not { } folder)
        {
            return given;
        }

        var named = Path.Combine(folder, Path.ChangeExtension(given, Extension));
        return File.Exists(named) ? named
            : Extras.Beside(folder).FirstOrDefault(extra => Path.GetFileNameWithoutExtension(extra) == given)
                ?? (IsPath(given) ? given : ByPart(given, folder));
    }

    private static bool IsPath(string given) =>
        given.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || given.AsSpan().ContainsAny('/', '\\');

    private static string ByPart(string given, string folder)
    {
        var names = Directory.GetFiles(folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ToList();
        var begun = names.FindAll(name => name.StartsWith(given, StringComparison.OrdinalIgnoreCase));
        var meant = begun.Count > 0 ? begun : names.FindAll(name => name.Contains(given, StringComparison.OrdinalIgnoreCase));
        return meant switch
        {
            [var only] => Path.Combine(folder, only + Extension),
            [] => throw new UsageException($"'{given}' is neither a command nor a notebook in {folder}: --help shows the commands."),
            _ => throw new UsageException($"'{given}' may mean {string.Join(", ", meant)}: write more of its name."),
        };
    }

    private static List<string> All()
    {
        var notebooks = Folder() is { } folder ? Directory.GetFiles(folder, "*" + Extension) : [];
        return notebooks.Length > 0
            ? [.. notebooks.Order(StringComparer.Ordinal)]
            : throw new UsageException(
                "No notebooks are found here: name one, or call this from within the course's repository.");
    }

    /// <summary>The folder notebooks/ beside Course.slnx, looked for from the current directory upward.</summary>
    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (File.Exists(Path.Combine(folder.FullName, "Course.slnx")) && Directory.Exists(notebooks))
            {
                return notebooks;
            }
        }

        return null;
    }
}

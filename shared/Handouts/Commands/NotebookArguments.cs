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

    /// <summary>A path as it is; a notebook of the course by its name, or by a beginning that no other has: 08.</summary>
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
                ?? BegunBy(given, folder) ?? given;
    }

    private static string? BegunBy(string given, string folder) =>
        Directory.GetFiles(folder, "*" + Extension)
            .Where(notebook => Path.GetFileName(notebook).StartsWith(given, StringComparison.OrdinalIgnoreCase))
            .ToList() is [var only] ? only : null;

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

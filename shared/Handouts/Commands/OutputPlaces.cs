using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>Makes sure, before minutes of work, that there is a place for its results.</summary>
internal static class OutputPlaces
{
    /// <exception cref="UsageException">A folder cannot be made or written.</exception>
    public static void Require(RunOptions options)
    {
        if (options.TimelinesFolder is { } folder)
        {
            RequireDistinctNames(options.Notebooks, "--timelines");
            RequireFolder(folder, "--timelines");
        }

        if (options.ReportFile is { } report)
        {
            if (Directory.Exists(report))
            {
                throw new UsageException($"--report: {report} is a folder: name a file in it.");
            }

            RequireFolder(Path.GetDirectoryName(Path.GetFullPath(report)) ?? report, "--report");
        }
    }

    /// <exception cref="UsageException">Two notebooks have one file name, from which the names of their results are made.</exception>
    public static void RequireDistinctNames(IEnumerable<string> notebooks, string option)
    {
        if (notebooks.GroupBy(path => Path.GetFileNameWithoutExtension(path)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException(
                $"{option}: {string.Join(" and ", twice)} have the same name, and so would what is written of them: "
                + "name them one at a time, each with a folder of its own.");
        }
    }

    /// <exception cref="UsageException">The folder cannot be made or written.</exception>
    public static void RequireFolder(string folder, string option)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Probe(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: the folder {folder} cannot be written ({FileProblem.Cause(problem)}).");
        }
    }
}

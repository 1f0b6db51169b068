using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>Writes handouts into a folder, each file whole or not at all: a reader never meets half a page.</summary>
internal static class HandoutWriter
{
    /// <summary>Writes the files; the folder is made if it is missing. Files of the same name are replaced.</summary>
    /// <returns>The full paths, in order.</returns>
    /// <exception cref="UsageException">The folder or a file cannot be written; the message is one sentence with the remedy.</exception>
    public static IReadOnlyList<string> Write(string folder, params IEnumerable<HandoutFile> files)
    {
        var place = Create(folder);
        var written = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(place, file.Name);
            AtomicFile.Write(path, file.Html);
            written.Add(path);
        }

        return written;
    }

    private static string Create(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"Handouts cannot be written to {folder} ({problem.Message.TrimEnd('.')}): choose a folder that you may write to.");
        }
    }
}

using System.Text;

namespace Handouts.Rendering;

/// <summary>
/// Writes handouts into a folder. Each file appears whole or not at all: it is written beside its place under
/// another name, then renamed, so that a reader (or an interruption) never meets half a page.
/// </summary>
internal static class HandoutWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files; the folder is made if it is missing. Files of the same name are replaced.</summary>
    /// <returns>The full paths, in order.</returns>
    /// <exception cref="HandoutException">The folder or a file cannot be written; the message is one sentence with the remedy.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        string folder, IEnumerable<HandoutFile> files, CancellationToken stop = default)
    {
        var written = new List<string>();
        try
        {
            var place = Directory.CreateDirectory(folder).FullName;
            foreach (var file in files)
            {
                written.Add(await WriteAsync(place, file, stop));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HandoutException(
                $"Handouts cannot be written to {folder} ({problem.Message.TrimEnd('.')}): choose a folder that you may write to.",
                problem);
        }

        return written;
    }

    private static async Task<string> WriteAsync(string folder, HandoutFile file, CancellationToken stop)
    {
        var path = Path.Combine(folder, file.Name);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, file.Html, Utf8, stop);
            File.Move(temporary, path, overwrite: true);
            return path;
        }
        finally
        {
            // Nothing is left to delete when the rename succeeded.
            File.Delete(temporary);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>
/// The last good run of each notebook. A file's name says what the run came from (<see cref="RunSources"/>) and what
/// the file holds: another program may write here at the same time, and a person may have changed it.
/// </summary>
/// <param name="folder">The folder of the handouts; the runs are kept in a hidden folder inside it.</param>
internal sealed class RunCache(string folder)
{
    private const int Digits = 16;

    private readonly string _folder = Path.Combine(folder, ".runs");

    /// <summary>The last good run under this key, whole and unchanged; null if there is none.</summary>
    public ExecutedNotebook? Find(Notebook notebook, string key)
    {
        foreach (var file in Files(notebook, $"{key[..Digits]}.*"))
        {
            if (Read(file) is { } content && file == PathOf(notebook, key, content))
            {
                return new ExecutedNotebook(() => notebook.With(NotebookFile.Read(content, file).Cells)) { Key = key };
            }
        }

        return null;
    }

    /// <summary>Keeps a run in place of the one before.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public void Keep(Notebook notebook, string key, Notebook executed)
    {
        Directory.CreateDirectory(_folder);
        var text = NotebookFile.Format(executed);
        var path = PathOf(notebook, key, Encoding.UTF8.GetBytes(text));
        AtomicFile.Write(path, text);
        foreach (var older in Files(notebook, "*").Where(file => file != path))
        {
            AtomicFile.TryDelete(older);
        }
    }

    /// <summary>Files of this notebook alone: its name may be the beginning of another's.</summary>
    private IEnumerable<string> Files(Notebook notebook, string pattern) => Directory.Exists(_folder)
        ? Directory.GetFiles(_folder, $"{notebook.Name}.{pattern}.ipynb").Where(file => IsOf(notebook, file))
        : [];

    private static bool IsOf(Notebook notebook, string file) =>
        Path.GetFileName(file).Length == notebook.Name.Length + 1 + Digits + 1 + Digits + ".ipynb".Length;

    private string PathOf(Notebook notebook, string key, byte[] content) => Path.Combine(
        _folder, $"{notebook.Name}.{key[..Digits]}.{Convert.ToHexStringLower(SHA256.HashData(content))[..Digits]}.ipynb");

    private static byte[]? Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // gone since it was listed, or not for us
        }
    }
}

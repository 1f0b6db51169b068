using System.Security.Cryptography;
using System.Text;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>
/// The last good run of each notebook, kept under a hash of everything that it came from: the notebook, the
/// assemblies that its cells can refer to, this program and the runtime. Another hash, another run.
/// </summary>
/// <param name="folder">The folder of the handouts; the runs are kept in a hidden folder inside it.</param>
internal sealed class RunCache(string folder)
{
    private readonly string _folder = Path.Combine(folder, ".runs");

    /// <summary>The notebook with the outputs of its last good run; null if there is none, or something has changed.</summary>
    public Notebook? Find(Notebook notebook)
    {
        var path = PathOf(notebook);
        try
        {
            return File.Exists(path) ? notebook.With(NotebookFile.Read(path).Cells) : null;
        }
        catch (NotebookFormatException)
        {
            return null; // whatever it is, it is no run of ours: run again
        }
    }

    /// <summary>Keeps a run in place of the one before.</summary>
    public void Keep(Notebook notebook, Notebook executed)
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(notebook);
        AtomicFile.Write(path, NotebookFile.Format(executed));
        foreach (var older in Directory.GetFiles(_folder, $"{notebook.Name}.*.ipynb").Where(file => file != path))
        {
            File.Delete(older);
        }
    }

    private string PathOf(Notebook notebook) => Path.Combine(_folder, $"{notebook.Name}.{Hash(notebook)[..16]}.ipynb");

    private static string Hash(Notebook notebook)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        foreach (var file in Sources(notebook))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(Notebook notebook)
    {
        var helpers = Path.Combine(notebook.Folder, "..", "shared", "bin");
        var assemblies = Directory.Exists(helpers) ? Directory.GetFiles(helpers, "*.dll") : [];
        return [notebook.Path, typeof(RunCache).Assembly.Location, .. assemblies.Order(StringComparer.Ordinal)];
    }
}

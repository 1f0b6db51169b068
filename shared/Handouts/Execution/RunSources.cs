using System.Security.Cryptography;
using System.Text;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>
/// Everything that a notebook's run comes from, as one key: the notebook, the files that its cells name by
/// <c>#r</c> and <c>#load</c>, those that loaded files name in turn, the assemblies beside them, this program and the runtime.
/// </summary>
internal static class RunSources
{
    /// <summary>Assemblies beside the one that is named, and one folder deeper: a helper may start a program of its own.</summary>
    private static readonly EnumerationOptions Assemblies = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 };

    /// <summary>The key as things are now. Another key, another run.</summary>
    public static string KeyOf(Notebook notebook)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{notebook.Name}\n{notebook.Fingerprint}\n{Environment.Version}\n"));
        foreach (var file in Program().Concat(NamedBy(notebook)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(ContentHash(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>This program and the versions of its libraries.</summary>
    private static IEnumerable<string> Program()
    {
        var program = typeof(RunSources).Assembly.Location;
        return [program, Path.ChangeExtension(program, ".deps.json")];
    }

    private static IEnumerable<string> NamedBy(Notebook notebook) =>
        NamedFiles.Of(notebook)
            .SelectMany(file => IsAssembly(file) ? Neighbours(file) : [file])
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Neighbours(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll", Assemblies) : [];
    }

    private static bool IsAssembly(string file) => Path.GetExtension(file) is ".dll" or ".exe";

    /// <summary>Nothing for a file that is not there: when it comes, the key is another.</summary>
    private static byte[] ContentHash(string file)
    {
        try
        {
            using var content = File.OpenRead(file);
            return SHA256.HashData(content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

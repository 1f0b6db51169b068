using System.Text.RegularExpressions;

namespace Handouts.Notebooks.Contracts;

/// <summary>The ids that notebooks may name: outline lines, claims, reference runs.</summary>
internal sealed partial class ReferenceCatalogue
{
    private ReferenceCatalogue(string folder)
    {
        Outline = Ids(Path.Combine(folder, "OUTLINE.md"));
        Claims = Ids(Path.Combine(folder, "CLAIMS.md"));
        Runs = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet()
            : [];
    }

    /// <summary>The outline's lines ("O24-01").</summary>
    public IReadOnlySet<string> Outline { get; }

    /// <summary>The claims ("C3-19").</summary>
    public IReadOnlySet<string> Claims { get; }

    /// <summary>The runs ("lecture24-24.1.as-written").</summary>
    public IReadOnlySet<string> Runs { get; }

    /// <summary>Reads the folder <c>tests/reference</c>; without it nothing is known.</summary>
    public static ReferenceCatalogue Read(string folder) => new(folder);

    private static HashSet<string> Ids(string path) => File.Exists(path)
        ? RowId().Matches(File.ReadAllText(path)).Select(row => row.Groups[1].Value).ToHashSet()
        : [];

    [GeneratedRegex(@"^\|\s*([CO]\d+-\d+)\s*\|", RegexOptions.Multiline)]
    private static partial Regex RowId();
}

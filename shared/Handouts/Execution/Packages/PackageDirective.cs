using System.Text.RegularExpressions;

namespace Handouts.Execution.Packages;

/// <summary>A package that a cell names: <c>#r "nuget: Polly.Core, 8.9.1"</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Exactly this version: the same code tomorrow, and on every machine.</param>
/// <param name="Line">The directive's line in its cell, counted from 1.</param>
internal sealed partial record PackageDirective(string Id, string Version, int Line)
{
    private const string Prefix = "nuget:";

    /// <summary>True if what stands between the quotes of <c>#r</c> names a package.</summary>
    public static bool Is(string reference) => reference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads what stands between the quotes.</summary>
    /// <param name="reference">The text.</param>
    /// <param name="line">Its line.</param>
    /// <param name="problem">What is wrong with it and how it is written; null if nothing is.</param>
    /// <returns>The package; null if there is a problem.</returns>
    public static PackageDirective? Parse(string reference, int line, out string? problem)
    {
        var parts = reference[Prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        var id = parts[0];
        problem = !IsId().IsMatch(id) ? $"\"{id}\" is no id of a package"
            : parts.Length == 1 || parts[1].Length == 0 ? "it says no version, and the newest may be another one tomorrow"
            : parts.Length > 2 || !IsVersion().IsMatch(parts[1]) ? $"\"{string.Join(", ", parts[1..])}\" is no single version"
            : null;
        if (problem is null)
        {
            return new PackageDirective(id, parts[1], line);
        }

        problem = $"#r \"{reference}\": {problem}: write it like #r \"nuget: Polly.Core, 8.9.1\".";
        return null;
    }

    /// <summary>NuGet's own rule.</summary>
    [GeneratedRegex(@"^\w+(?:[.-]\w+)*\z")]
    private static partial Regex IsId();

    [GeneratedRegex(@"^\d+(?:\.\d+){0,3}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex IsVersion();
}

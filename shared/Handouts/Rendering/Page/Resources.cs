using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Handouts.Rendering.Page;

/// <summary>The styles and scripts that are part of the program.</summary>
internal static partial class Resources
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();

    /// <summary>Several styles as one, without comments and superfluous space.</summary>
    public static string Style(params string[] names) => Texts.GetOrAdd(
        string.Join('+', names),
        _ => Shrink(string.Concat(names.Select(name => Read(name + ".css")))));

    /// <summary>A script as it is: short enough, and readable in the page.</summary>
    public static string Script(string name) => Texts.GetOrAdd(name, _ => ContentPolicy.Normalize(Read(name + ".js")));

    private static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Shrink(string css)
    {
        var plain = Space().Replace(Comment().Replace(css, ""), " ");
        return Around().Replace(plain, "$1").Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*([{};])\s*")]
    private static partial Regex Around();
}

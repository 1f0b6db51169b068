using System.Text.RegularExpressions;

namespace Handouts.Rendering;

/// <summary>
/// How deeply markup nests, estimated before it is parsed: a parser of HTML takes quadratic time for a deep tree, and
/// whoever walks the tree afterwards may overflow the stack. Browsers themselves stop at 512 levels.
/// </summary>
internal static partial class MarkupDepth
{
    private const int Limit = 500;

    /// <summary>Elements that have no end tag, or may leave it out.</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "colgroup",
    };

    /// <summary>True if the markup opens far more elements than it closes, at any place.</summary>
    public static bool IsTooDeep(string markup)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(markup))
        {
            var text = markup.AsSpan(tag.Index, tag.Length);
            depth = text[1] == '/' ? Math.Max(0, depth - 1) : depth + Opens(text);
            if (depth > Limit)
            {
                return true;
            }
        }

        return false;
    }

    private static int Opens(ReadOnlySpan<char> tag) =>
        tag[^1] == '/' || Unclosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NameIn(tag)) ? 0 : 1;

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> tag)
    {
        var end = tag[1..].IndexOfAnyExcept(NameLetters);
        return end < 0 ? tag[1..] : tag[1..(end + 1)];
    }

    private static readonly System.Buffers.SearchValues<char> NameLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:");

    /// <summary>A tag up to before its end; one that ends itself ends with a slash here.</summary>
    [GeneratedRegex("</?[a-zA-Z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*")]
    private static partial Regex Tag();
}

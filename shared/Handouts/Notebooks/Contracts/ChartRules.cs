using System.Text.RegularExpressions;

namespace Handouts.Notebooks.Contracts;

/// <summary>Every chart says in words what it shows: <c>role="img"</c> and a title, unless it is only decoration.</summary>
internal static partial class ChartRules
{
    public static IEnumerable<string> Check(IEnumerable<Output> outputs) =>
        outputs.OfType<DisplayOutput>()
            .SelectMany(output => Pictures(output.Html ?? ""))
            .Where(picture => !Hidden().IsMatch(picture.Tag))
            .Select(picture =>
                !Image().IsMatch(picture.Tag) ? "an SVG chart has no role=\"img\""
                : !Title().IsMatch(picture.Content) ? "an SVG chart has no title to read instead"
                : null)
            .OfType<string>()
            .Distinct();

    /// <summary>The outermost SVG elements: start tag and content.</summary>
    private static IEnumerable<(string Tag, string Content)> Pictures(string html)
    {
        var depth = 0;
        Match? outermost = null;
        foreach (Match tag in SvgTag().Matches(html))
        {
            var isEnd = tag.Value[1] == '/';
            outermost = depth == 0 && !isEnd ? tag : outermost;
            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            if (isEnd && depth == 0 && outermost is not null)
            {
                yield return (outermost.Value, html[(outermost.Index + outermost.Length)..tag.Index]);
                outermost = null;
            }
        }
    }

    [GeneratedRegex(@"</?svg\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex SvgTag();

    [GeneratedRegex("""\baria-hidden\s*=\s*["']?true\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("""\brole\s*=\s*["']?img\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    [GeneratedRegex(@"<title\b[^<>]*>\s*[^<\s]", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}

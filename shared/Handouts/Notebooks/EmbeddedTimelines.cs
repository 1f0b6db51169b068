using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Handouts.Notebooks;

/// <summary>The timelines that a cell's HTML outputs carry along for whoever wants the data behind a picture.</summary>
internal static partial class EmbeddedTimelines
{
    /// <summary>The timelines in the order shown; what is no JSON object is left out.</summary>
    public static IReadOnlyList<JsonObject> In(IEnumerable<Output> outputs) =>
        [.. outputs.OfType<DisplayOutput>()
            .SelectMany(output => Scripts(output.Html ?? ""))
            .Where(script => Kind().IsMatch(script.Attributes))
            .Select(script => Parse(script.Content))
            .OfType<JsonObject>()];

    /// <summary>The script elements. Takes time in proportion to the text, also if nobody closes them.</summary>
    private static IEnumerable<(string Attributes, string Content)> Scripts(string html)
    {
        for (var start = Start().Match(html); start.Success;)
        {
            var content = start.Index + start.Length;
            var end = html.IndexOf("</script", content, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                yield break;
            }

            yield return (start.Groups["attributes"].Value, html[content..end]);
            start = Start().Match(html, end);
        }
    }

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<script\b(?<attributes>[^<>]*)>""", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex("""\bdata-kind\s*=\s*["']?timeline\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();
}

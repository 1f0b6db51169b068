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
            .SelectMany(output => Script().Matches(output.Html ?? ""))
            .Where(script => Kind().IsMatch(script.Groups["attributes"].Value))
            .Select(script => Parse(script.Groups["content"].Value))
            .OfType<JsonObject>()];

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

    [GeneratedRegex("""<script\b(?<attributes>[^>]*)>(?<content>.*?)</script>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("""\bdata-kind\s*=\s*["']?timeline\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();
}

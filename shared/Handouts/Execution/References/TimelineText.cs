using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Execution.References;

/// <summary>The text of a run as the reference files have it: one line per span, instant and counter.</summary>
internal static class TimelineText
{
    private static readonly string[] Head =
        ["id", "demo", "case", "title", "source", "shows", "note", "inputs"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject run)
    {
        var text = new StringBuilder("{\n");
        foreach (var key in Head)
        {
            text.Append(" \"").Append(key).Append("\": ").Append(Line(run[key])).Append(",\n");
        }

        var expected = run["expected"] as JsonObject ?? [];
        text.Append(" \"expected\": {\n");
        text.AppendJoin(",\n", expected.Select(part => $"  \"{part.Key}\": {Part(part.Value)}"));
        return text.Append("\n }\n}\n").ToString();
    }

    private static string Part(JsonNode? value) => value is JsonArray { Count: > 0 } items
        ? $"[\n{string.Join(",\n", items.Select(item => "   " + Line(item)))}\n  ]"
        : Line(value);

    private static string Line(JsonNode? value) => value is null ? "null" : value.ToJsonString(Plain);
}

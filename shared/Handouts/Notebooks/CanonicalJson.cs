using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>
/// JSON as Jupyter writes it (<c>json.dumps(…, sort_keys=True, indent=1, ensure_ascii=False)</c>): keys sorted,
/// one space per level, only what must be escaped is. A notebook saved there and here has the same bytes.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>The text of a value, without a final line end.</summary>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? value, int level)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject members:
                AppendObject(text, members, level + 1);
                break;
            case JsonArray items:
                AppendArray(text, items, level + 1);
                break;
            default:
                AppendScalar(text, value);
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject members, int level)
    {
        var before = '{';
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            NewLine(text.Append(before), level);
            AppendString(text, name);
            Append(text.Append(": "), value, level);
            before = ',';
        }

        NewLine(text, level - 1).Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonArray items, int level)
    {
        var before = '[';
        foreach (var item in items)
        {
            Append(NewLine(text.Append(before), level), item, level);
            before = ',';
        }

        NewLine(text, level - 1).Append(']');
    }

    private static StringBuilder NewLine(StringBuilder text, int level) => text.Append('\n').Append(' ', level);

    private static void AppendScalar(StringBuilder text, JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            AppendString(text, value.GetValue<string>());
        }
        else
        {
            text.Append(value.ToJsonString());
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}

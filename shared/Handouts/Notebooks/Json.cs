using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Reads values of an expected type; what is of another type is said with its place.</summary>
internal static class Json
{
    public static JsonObject Object(JsonNode? value, string where) =>
        value as JsonObject ?? throw Unexpected("an object", where);

    public static JsonArray Array(JsonNode? value, string where) =>
        value as JsonArray ?? throw Unexpected("a list", where);

    public static string Text(JsonNode? value, string where) =>
        value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : throw Unexpected("a text", where);

    public static int? Count(JsonNode? value, string where) => value switch
    {
        null => null,
        JsonValue scalar when scalar.TryGetValue<int>(out var number) => number,
        _ => throw Unexpected("a whole number or null", where),
    };

    /// <summary>All members but the named ones, as copies.</summary>
    public static JsonObject Without(this JsonObject members, params ReadOnlySpan<string> known)
    {
        var rest = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (!known.Contains(name))
            {
                rest[name] = value?.DeepClone();
            }
        }

        return rest;
    }

    /// <summary>A copy of an object that may be missing.</summary>
    public static JsonObject CopyOf(JsonNode? value, string where) =>
        value is null ? [] : Object(value.DeepClone(), where);

    private static NotebookFormatException Unexpected(string type, string where) =>
        new($"{where} is not {type}");
}

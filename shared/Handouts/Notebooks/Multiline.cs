using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Longer texts stand in a notebook as lists of lines, each with its line end.</summary>
internal static class Multiline
{
    /// <summary>The lines of a text; none for an empty one.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(JsonValue.Create(text[start..next]));
            start = next;
        }

        return lines;
    }

    /// <summary>The text of a string or a list of strings.</summary>
    /// <exception cref="NotebookFormatException">It is neither.</exception>
    public static string Join(JsonNode? value, string where) => value switch
    {
        JsonArray lines => string.Concat(lines.Select(line => Json.Text(line, where))),
        _ => Json.Text(value, where),
    };
}

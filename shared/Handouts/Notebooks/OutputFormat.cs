using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>The outputs of a code cell as nbformat writes them.</summary>
internal static class OutputFormat
{
    /// <summary>Reads one output; <paramref name="where"/> names it in a message.</summary>
    public static Output Read(JsonNode? node, string where)
    {
        var output = Json.Object(node, where);
        return Json.Text(output["output_type"], $"'output_type' of {where}") switch
        {
            "stream" => new StreamOutput(
                Json.Text(output["name"], $"'name' of {where}"), Multiline.Join(output["text"], $"'text' of {where}")),
            "display_data" => ReadDisplay(output, isResult: false, where),
            "execute_result" => ReadDisplay(output, isResult: true, where),
            "error" => new ErrorOutput(
                Json.Text(output["ename"], $"'ename' of {where}"),
                Json.Text(output["evalue"], $"'evalue' of {where}"),
                [.. Json.Array(output["traceback"], $"'traceback' of {where}").Select(line => Json.Text(line, where))]),
            var other => throw new NotebookFormatException($"'output_type' of {where} is \"{other}\", which nbformat does not know"),
        };
    }

    /// <summary>Writes one output; a result repeats the number of its cell.</summary>
    public static JsonObject Write(Output output, int? executionCount) => output switch
    {
        StreamOutput stream => new()
        {
            ["output_type"] = "stream",
            ["name"] = stream.Name,
            ["text"] = Multiline.Split(stream.Text),
        },
        DisplayOutput display => WriteDisplay(display, executionCount),
        ErrorOutput error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static DisplayOutput ReadDisplay(JsonObject output, bool isResult, string where)
    {
        var data = new Dictionary<string, string>();
        foreach (var (type, value) in Json.Object(output["data"], $"'data' of {where}"))
        {
            data[type] = IsJson(type) ? CanonicalJson.Write(value) : Multiline.Join(value, $"'{type}' of {where}");
        }

        return new DisplayOutput(data, isResult, Json.CopyOf(output["metadata"], $"'metadata' of {where}"));
    }

    private static JsonObject WriteDisplay(DisplayOutput display, int? executionCount)
    {
        var data = new JsonObject();
        foreach (var (type, text) in display.Data)
        {
            data[type] = IsJson(type) ? JsonNode.Parse(text) : Multiline.Split(text);
        }

        var written = new JsonObject
        {
            ["output_type"] = display.IsResult ? "execute_result" : "display_data",
            ["data"] = data,
            ["metadata"] = display.Metadata.DeepClone(),
        };
        if (display.IsResult)
        {
            written["execution_count"] = executionCount;
        }

        return written;
    }

    private static bool IsJson(string type) =>
        type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);
}

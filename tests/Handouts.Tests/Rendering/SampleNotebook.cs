using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Tests.Rendering;

/// <summary>A notebook of every role with outputs of every kind, as it lies in the folder Sample.</summary>
internal static class SampleNotebook
{
    public static Notebook Read() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Rendering", "Sample", "08-semaphore.ipynb"));

    public static Notebook Read(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        return new Notebook { Path = path, Metadata = [], Cells = [.. root["cells"]!.AsArray().Select(cell => Cell(cell!))] };
    }

    private static Cell Cell(JsonNode cell) => new()
    {
        Id = (string)cell["id"]!,
        Kind = (string)cell["cell_type"]! == "code" ? CellKind.Code : CellKind.Markdown,
        Source = Text(cell["source"]),
        Metadata = cell["metadata"]!.DeepClone().AsObject(),
        ExecutionCount = (int?)cell["execution_count"],
        Outputs = [.. cell["outputs"]?.AsArray().Select(output => Output(output!)) ?? []],
    };

    private static Output Output(JsonNode output) => (string)output["output_type"]! switch
    {
        "stream" => new StreamOutput((string)output["name"]!, Text(output["text"])),
        "error" => new ErrorOutput(
            (string)output["ename"]!,
            (string)output["evalue"]!,
            [.. output["traceback"]!.AsArray().Select(line => (string)line!)]),
        _ => new DisplayOutput(
            output["data"]!.AsObject().ToDictionary(form => form.Key, form => Text(form.Value)), IsResult: true, []),
    };

    /// <summary>Long texts may be kept line by line.</summary>
    private static string Text(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!;
}

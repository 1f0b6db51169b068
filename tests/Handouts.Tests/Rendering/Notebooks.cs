using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Tests.Rendering;

/// <summary>Small notebooks, written in place.</summary>
internal static class Notebooks
{
    public static Notebook Of(params Cell[] cells) => Named("08-semaphore", cells);

    public static Notebook Named(string name, params Cell[] cells) => new()
    {
        Path = Path.Combine(Path.GetTempPath(), name + ".ipynb"),
        Metadata = [],
        Cells = cells,
    };

    public static Cell Text(string role, string source, string course = "{}") => new()
    {
        Id = "text-" + Guid.NewGuid().ToString("N")[..6],
        Kind = CellKind.Markdown,
        Source = source.ReplaceLineEndings("\n"),
        Metadata = Metadata(role, course),
    };

    public static Cell Code(string source, params Output[] outputs) => Code("demo", source, outputs);

    public static Cell Code(string role, string source, Output[] outputs) => new()
    {
        Id = "code-" + Guid.NewGuid().ToString("N")[..6],
        Kind = CellKind.Code,
        Source = source.ReplaceLineEndings("\n"),
        Metadata = Metadata(role, "{}"),
        ExecutionCount = 1,
        Outputs = outputs,
    };

    public static DisplayOutput Fragment(string html) =>
        new(new Dictionary<string, string> { ["text/html"] = html }, IsResult: true, []);

    private static JsonObject Metadata(string role, string course)
    {
        var notes = JsonNode.Parse(course)!.AsObject();
        notes["role"] = role;
        return new JsonObject { ["course"] = notes };
    }
}

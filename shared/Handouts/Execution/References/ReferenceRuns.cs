using System.Text.Json;
using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Execution.References;

/// <summary>The reference runs that lie in <c>../tests/reference</c>, seen from a notebook.</summary>
internal static class ReferenceRuns
{
    /// <summary>The folder; it may not exist.</summary>
    public static string Folder(Notebook notebook) =>
        Path.GetFullPath(Path.Combine(Extras.CourseFolder(notebook.Path), "..", "tests", "reference"));

    /// <summary>A run by its id; null if there is none.</summary>
    public static JsonObject? Find(Notebook notebook, string id)
    {
        var path = Path.Combine(Folder(notebook), id + ".json");
        if (id.AsSpan().ContainsAny('/', '\\') || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject;
        }
        catch (JsonException problem)
        {
            throw new UsageException($"{path} is not JSON ({problem.Message.TrimEnd('.')}).");
        }
    }
}

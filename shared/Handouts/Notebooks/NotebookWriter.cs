using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>The JSON of a notebook.</summary>
internal static class NotebookWriter
{
    public static JsonObject Write(Notebook notebook)
    {
        var written = Copy(notebook.Rest);
        written["metadata"] = notebook.Metadata.DeepClone();
        written["cells"] = new JsonArray([.. notebook.Cells.Select(WriteCell)]);
        written["nbformat"] = 4;
        // A newer one stays; an older one has no ids for its cells, and now they have some.
        written["nbformat_minor"] = Math.Max(Json.Count(notebook.Rest["nbformat_minor"], "'nbformat_minor'") ?? 0, NotebookReader.IdsSince);
        return written;
    }

    private static JsonNode WriteCell(Cell cell)
    {
        var written = Copy(cell.Rest);
        written["id"] = cell.Id;
        written["cell_type"] = cell.Kind switch
        {
            CellKind.Code => "code",
            CellKind.Markdown => "markdown",
            _ => "raw",
        };
        written["metadata"] = cell.Metadata.DeepClone();
        written["source"] = Multiline.Split(cell.Source);
        if (cell.Kind == CellKind.Code)
        {
            written["execution_count"] = cell.ExecutionCount;
            written["outputs"] = new JsonArray(
                [.. cell.Outputs.Select(output => OutputFormat.Write(output, cell.ExecutionCount))]);
        }

        return written;
    }

    private static JsonObject Copy(JsonObject rest) => rest.DeepClone().AsObject();
}

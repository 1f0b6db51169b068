using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Builds the model from the JSON of a notebook.</summary>
internal static class NotebookReader
{
    /// <summary>The minor version of nbformat 4 since which a cell has an id of its own.</summary>
    public const int IdsSince = 5;

    /// <summary>Builds it.</summary>
    /// <param name="json">The file's content.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="fingerprint">The hash of its bytes.</param>
    /// <exception cref="NotebookFormatException">The JSON is no notebook of nbformat 4.</exception>
    public static Notebook Read(JsonNode? json, string path, string fingerprint)
    {
        var notebook = Json.Object(json, "the file's content");
        RequireVersion(notebook);
        var cells = Json.Array(notebook["cells"], "'cells'");
        var read = cells.Select((cell, index) => ReadCell(cell, index + 1, minor: Json.Count(notebook["nbformat_minor"], "") ?? 0)).ToList();
        RequireDistinctIds(read);
        return new Notebook
        {
            Path = path,
            Fingerprint = fingerprint,
            Metadata = Json.CopyOf(notebook["metadata"], "'metadata'"),
            Cells = read,
            Rest = notebook.Without("cells", "metadata"),
        };
    }

    private static void RequireVersion(JsonObject notebook)
    {
        var major = Json.Count(notebook["nbformat"], "'nbformat'");
        var minor = Json.Count(notebook["nbformat_minor"], "'nbformat_minor'");
        var problem = major switch
        {
            4 => null,
            null => "it does not say its nbformat: is it a notebook? If it is, open and save it with a current Jupyter or VS Code",
            < 4 => $"it is in nbformat {major}.{minor ?? 0}, which is older than 4: convert it with jupyter nbconvert --to notebook",
            _ => $"it is in nbformat {major}.{minor ?? 0}, which is newer than this program: save it as nbformat 4",
        };
        if (problem is not null)
        {
            throw new NotebookFormatException(problem);
        }
    }

    private static Cell ReadCell(JsonNode? node, int place, int minor)
    {
        var where = $"cell {place}";
        var cell = Json.Object(node, where);
        var id = IdOf(cell, place, minor, where);
        RequireUsableId(id, where);
        where = $"{where} (\"{id}\")";
        var kind = Kind(Json.Text(cell["cell_type"], $"'cell_type' of {where}"), where);
        var isCode = kind == CellKind.Code;
        return new Cell
        {
            Id = id,
            Kind = kind,
            Source = Multiline.Join(cell["source"], $"'source' of {where}"),
            Metadata = Json.CopyOf(cell["metadata"], $"'metadata' of {where}"),
            ExecutionCount = isCode ? Json.Count(cell["execution_count"], $"'execution_count' of {where}") : null,
            Outputs = isCode ? ReadOutputs(cell, where) : [],
            Rest = cell.Without("id", "cell_type", "source", "metadata", "execution_count", "outputs"),
        };
    }

    /// <summary>Cells have had ids since nbformat 4.5; before it, a cell is known by its place, the same on every reading.</summary>
    private static string IdOf(JsonObject cell, int place, int minor, string where) =>
        cell["id"] is null && minor < IdsSince ? $"cell-{place}" : Json.Text(cell["id"], $"'id' of {where}");

    private static CellKind Kind(string name, string where) => name switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        _ => throw new NotebookFormatException($"{where} has the unknown type \"{name}\": code, markdown and raw are known"),
    };

    private static List<Output> ReadOutputs(JsonObject cell, string where) =>
        [.. Json.Array(cell["outputs"], $"'outputs' of {where}")
            .Select((output, index) => OutputFormat.Read(output, $"output {index + 1} of {where}"))];

    /// <summary>The format's own rule; ids also become parts of file names.</summary>
    private static void RequireUsableId(string id, string where)
    {
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new NotebookFormatException(
                $"the id of {where} is \"{id}\": use 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    private static void RequireDistinctIds(List<Cell> cells)
    {
        var twice = cells.GroupBy(cell => cell.Id).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new NotebookFormatException($"{twice.Count()} cells have the id \"{twice.Key}\": give each its own");
        }
    }
}

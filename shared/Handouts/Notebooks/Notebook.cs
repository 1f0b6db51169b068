using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>A notebook of nbformat 4, as far as the course needs it; what it does not know it keeps.</summary>
internal sealed class Notebook
{
    /// <summary>The file it was read from, as a full path.</summary>
    public required string Path { get; init; }

    /// <summary>The notebook's own metadata, kept as they are.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>The cells in order.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>What else stood beside them, the format's minor version among it, kept as it is.</summary>
    public JsonObject Rest { get; init; } = [];

    /// <summary>The hash of the bytes that it was read from; empty if it was made in memory.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The file name without extension: "08-semaphore".</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder it is in, from which its relative references count.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The same notebook with other cells.</summary>
    public Notebook With(IReadOnlyList<Cell> cells) =>
        new() { Path = Path, Metadata = Metadata, Cells = cells, Rest = Rest, Fingerprint = Fingerprint };
}

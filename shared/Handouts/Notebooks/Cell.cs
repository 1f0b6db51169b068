using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>One cell of a notebook.</summary>
internal sealed record Cell
{
    /// <summary>The stable id of nbformat 4.5.</summary>
    public required string Id { get; init; }

    /// <summary>Code or text.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text of the cell, lines ended by '\n'.</summary>
    public required string Source { get; init; }

    /// <summary>All metadata, kept as they are.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>Its place in the order of execution, counted from 1; null if it was not run or is no code.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What it showed; empty for text.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>What else stood in the cell (attachments …), kept as it is.</summary>
    public JsonObject Rest { get; init; } = [];

    /// <summary>What the course says of it: the metadata object "course".</summary>
    public CourseMetadata Course => CourseMetadata.Of(Metadata);

    /// <summary>The cell's tags ("parameters", "instructor").</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => tag?.ToString() ?? "")] : [];
}

/// <summary>The kinds of cell that nbformat knows.</summary>
internal enum CellKind
{
    /// <summary>C# to run.</summary>
    Code,

    /// <summary>Text to read.</summary>
    Markdown,

    /// <summary>Neither; kept as it is.</summary>
    Raw,
}

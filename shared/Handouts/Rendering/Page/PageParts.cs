namespace Handouts.Rendering.Page;

/// <summary>What a page consists of.</summary>
internal sealed record PageParts
{
    /// <summary>The title of the window and the foot of a printed page.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for those who find the page.</summary>
    public required string Description { get; init; }

    /// <summary>The markup between skip link and scripts.</summary>
    public required string Body { get; init; }

    /// <summary>The texts of its style elements.</summary>
    public required IReadOnlyList<string> Styles { get; init; }

    /// <summary>The texts of its script elements, run when the body is there.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }

    /// <summary>
    /// Which version of the page this is, if it is served while its notebook changes: then it asks its server for newer
    /// ones. Null for a page that is a file and asks for nothing.
    /// </summary>
    public string? Version { get; init; }
}

using Handouts.Notebooks;

namespace Handouts.Execution.Protocol;

/// <summary>A cell ready to run: its own code, then the assignments that follow it.</summary>
internal sealed record CompiledCell(IReadOnlyList<CompiledPiece> Pieces);

/// <summary>A compiled piece of code, or why there is none.</summary>
internal sealed record CompiledPiece
{
    /// <summary>Why it cannot be run, or null.</summary>
    public ErrorOutput? Error { get; init; }

    /// <summary>What the compiler warns of, a line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Where it puts the object that holds its variables: pieces with a program are counted from 1.</summary>
    public int Slot { get; init; }

    /// <summary>The type that holds its entry point.</summary>
    public string EntryType { get; init; } = "";

    /// <summary>The assembly; empty if there is nothing to run.</summary>
    public byte[] Program { get; init; } = [];

    /// <summary>Its debug information: it names the lines of an exception.</summary>
    public byte[] Symbols { get; init; } = [];

    /// <summary>The assemblies that it names.</summary>
    public IReadOnlyList<NamedAssembly> References { get; init; } = [];

    /// <summary>The assemblies of all packages that it and those before it name; empty if it names none itself.</summary>
    public IReadOnlyList<NamedAssembly> Packages { get; init; } = [];

    /// <summary>The native libraries of these packages, as full paths.</summary>
    public IReadOnlyList<string> Natives { get; init; } = [];

    /// <summary>What it ends with.</summary>
    public CodeEnding Ending { get; init; }

    public static CompiledPiece Failed(ErrorOutput error) => new() { Error = error };
}

/// <summary>An assembly that a cell names, and the file that the compiler found.</summary>
internal sealed record NamedAssembly(string Name, string Path);

/// <summary>What a piece of code ends with.</summary>
internal enum CodeEnding : byte
{
    /// <summary>Nothing to show.</summary>
    Statement,

    /// <summary>An expression whose type is void or unknown: shown if it has a value all the same.</summary>
    ExpressionWithoutType,

    /// <summary>A value, which may be null.</summary>
    Value,
}

using System.Text.Json;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Packages;

/// <summary>What packages and all that they need bring to cells, or why they cannot be had.</summary>
internal sealed record RestoredPackages
{
    /// <summary>Why they cannot be had: one sentence with the remedy; null if they are there.</summary>
    public string? Problem { get; init; }

    /// <summary>The assemblies to compile against, as full paths.</summary>
    public IReadOnlyList<string> Compile { get; init; } = [];

    /// <summary>The assemblies to run with.</summary>
    public IReadOnlyList<NamedAssembly> Run { get; init; } = [];

    /// <summary>The native libraries of this platform, as full paths.</summary>
    public IReadOnlyList<string> Native { get; init; } = [];

    /// <summary>True as long as nobody has cleared the folder of packages.</summary>
    public bool AreThere => Compile.Concat(Run.Select(assembly => assembly.Path)).Concat(Native).All(File.Exists);

    /// <summary>The packages that a file remembers; null if there is none, or it is not readable.</summary>
    public static RestoredPackages? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllBytes(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

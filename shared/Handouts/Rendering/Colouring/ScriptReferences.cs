using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handouts.Rendering.Colouring;

/// <summary>What a notebook's code may name: the framework, and the assemblies that its cells reference.</summary>
internal static class ScriptReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyFramework = new(Load);

    /// <summary>The assemblies of the running framework.</summary>
    public static IReadOnlyList<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The assemblies named by <c>#r</c> in the code, as far as they are there.</summary>
    public static IEnumerable<MetadataReference> In(IEnumerable<string> sources, string folder)
    {
        var files = sources
            .SelectMany(Directives)
            .Select(file => Path.GetFullPath(file, folder))
            .Distinct(StringComparer.Ordinal);
        return files.Where(File.Exists).Select(file => MetadataReference.CreateFromFile(file));
    }

    private static IEnumerable<string> Directives(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)).GetRoot();
        return root.DescendantTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<ReferenceDirectiveTriviaSyntax>()
            .Select(directive => directive.File.ValueText)
            .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<MetadataReference> Load()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var known = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return
        [
            .. known.Split(Path.PathSeparator)
                .Where(file => Path.GetDirectoryName(file) == folder)
                .Select(file => MetadataReference.CreateFromFile(file)),
        ];
    }
}

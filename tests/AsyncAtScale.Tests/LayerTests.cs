using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncAtScale.Tests;

/// <summary>
/// Who may know whom. A folder of a project is a layer, and a namespace; every name in its source, however it is written,
/// belongs to the layer itself, to one that it may know, or to somebody else's library.
/// </summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Helpers = new()
    {
        ["Timelines"] = [],
        ["Display"] = [],
        ["Loop"] = ["Timelines"],
        ["Primitives"] = ["Timelines", "Loop"],
        ["Charts"] = ["Timelines", "Display"],
        ["Demos"] = ["Timelines", "Loop", "Primitives", "Charts", "Display"],
        ["Teaching"] = ["Timelines", "Charts", "Display"],
        ["Vendors"] = ["Timelines", "Loop", "Demos", "Charts", "Display"],
    };

    // Not one of them knows the helpers: a copy of those beside the program would be loaded instead of the one a cell names.
    private static readonly Dictionary<string, string[]> Program = new()
    {
        ["Notebooks"] = [],
        ["Execution"] = ["Notebooks"],
        ["Rendering"] = ["Notebooks"],
        ["Watching"] = ["Notebooks", "Rendering"],
        ["Commands"] = ["Notebooks", "Execution", "Rendering", "Watching"],
    };

    [Fact]
    public void Helpers_KnowOnlyTheLayersBelow() => Assert.Empty(Breaches("AsyncAtScale", Helpers));

    [Fact]
    public void Program_KnowsOnlyTheLayersBelowAndNoneOfTheHelpers() => Assert.Empty(Breaches("Handouts", Program));

    [Fact]
    public void Program_IsNotBuiltWithTheHelpersInside() => Assert.All(
        File.ReadLines(Path.Combine(Repository.Root, "shared", "Handouts", "Handouts.csproj")).Where(line => line.Contains("<ProjectReference", StringComparison.Ordinal)),
        line => Assert.Contains("ReferenceOutputAssembly=\"false\"", line, StringComparison.Ordinal));

    [Fact]
    public void Breach_IsSeenHoweverItIsWritten()
    {
        var trees = new[] { "Loop", "Demos", "Timelines" }.Select(layer => Tree($"{layer}/X.cs", layer switch
        {
            "Loop" => "namespace AsyncAtScale.Loop; class Low { object o = new Demos.High(); }",
            "Demos" => "namespace AsyncAtScale.Demos; class High { } static class More { public static int Twice(this int x) => x; }",
            _ => "using AsyncAtScale.Demos; namespace AsyncAtScale.Timelines; class Lowest { int i = 1.Twice(); }",
        }));

        Assert.Equal(
            ["Loop/X.cs(1): Loop knows Demos.High", "Timelines/X.cs(1): Timelines knows Demos.More"],
            Breaches(trees, "AsyncAtScale", Helpers).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Breaches(string project, Dictionary<string, string[]> allowed)
    {
        var root = Path.Combine(Repository.Root, "shared", project);
        var files = allowed.Keys.SelectMany(layer => Directory.GetFiles(Path.Combine(root, layer), "*.cs", SearchOption.AllDirectories));
        var other = Directory.GetDirectories(root).Select(Path.GetFileName).Except([.. allowed.Keys, "bin", "obj"]);
        return
        [
            .. other.Select(folder => $"{folder} is no layer: say here whom it may know"),
            .. Breaches(files.Select(file => Tree(Path.GetRelativePath(root, file), File.ReadAllText(file))), project, allowed),
        ];
    }

    private static IEnumerable<string> Breaches(IEnumerable<SyntaxTree> sources, string project, Dictionary<string, string[]> allowed)
    {
        var trees = sources.ToList();
        var usual = string.Concat(
            new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" }
                .Select(name => $"global using global::{name};"));
        var compilation = CSharpCompilation.Create(
            project,
            [.. trees, Tree("", usual)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(file => Path.GetFileNameWithoutExtension(file) != "AsyncAtScale")
                .Select(file => MetadataReference.CreateFromFile(file)));
        return trees.SelectMany(tree => Breaches(tree, compilation.GetSemanticModel(tree), project, allowed)).Distinct();
    }

    private static IEnumerable<string> Breaches(
        SyntaxTree tree, SemanticModel model, string project, Dictionary<string, string[]> allowed)
    {
        var layer = tree.FilePath.Split('/', '\\')[0];
        return
            from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            let symbol = model.GetSymbolInfo(name).Symbol
            let type = symbol as ITypeSymbol ?? symbol?.ContainingType
            let known = LayerOf(type, project)
            where known is not null && known != layer && !allowed[layer].Contains(known)
            select $"{tree.FilePath.Replace('\\', '/')}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {layer} knows {known}.{type!.Name}";
    }

    /// <summary>"AsyncAtScale.Charts.Drawing" → "Charts"; null for what is in no layer: a library's, or the project's own root.</summary>
    private static string? LayerOf(ITypeSymbol? type, string project) =>
        type?.ContainingNamespace?.ToDisplayString().Split('.') is [var root, var layer, ..] && root == project ? layer : null;

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(text, path: path);
}

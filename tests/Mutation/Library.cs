using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mutation;

/// <summary>The sources of AsyncAtScale, and the assembly that they make with one change in them.</summary>
internal sealed class Library
{
    private static readonly string Folder = Path.Combine(Repository.Root, "shared", "AsyncAtScale");

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<string, SyntaxTree> _trees;

    /// <param name="configuration">Debug or Release: which of the build's generated files to take.</param>
    public Library(string configuration)
    {
        var generated = Directory.GetFiles(Path.Combine(Folder, "obj", configuration), "*.cs", SearchOption.AllDirectories);
        var ours = Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(Folder, "obj"), StringComparison.Ordinal));
        _trees = ours.Order(StringComparer.Ordinal).ToDictionary(NameOf, Parse);
        var compilation = CSharpCompilation.Create(
            "AsyncAtScale",
            [.. _trees.Values, .. generated.Select(Parse)],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        _compilation = SourceGenerators.Run(compilation, Options);
    }

    /// <summary>Every change of the chosen files that compiles, in the order of the text.</summary>
    public IReadOnlyList<Mutant> Mutants(Func<string, bool> isChosen) =>
    [
        .. _trees.Where(tree => isChosen(tree.Key))
            .SelectMany(tree => MutantsOf(tree.Key, tree.Value))
            .AsParallel().AsOrdered()
            .Where(Compiles),
    ];

    /// <summary>The assembly with the change in it, or without one.</summary>
    public byte[] Emit(Mutant? mutant)
    {
        var compilation = mutant is null ? _compilation : With(mutant).Compilation;
        var style = Path.Combine(Folder, "Charts", "gantt.css");
        using var output = new MemoryStream();
        var result = compilation.Emit(
            output,
            manifestResources: [new ResourceDescription("AsyncAtScale.Charts.gantt.css", () => File.OpenRead(style), isPublic: true)]);
        return result.Success
            ? output.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(IsError)));
    }

    private static IEnumerable<Mutant> MutantsOf(string path, SyntaxTree tree)
    {
        var changes = tree.GetRoot().DescendantNodes()
            .SelectMany(node => Changes.Of(node).Select(after => (node.Span, Before: node.ToString(), After: after)))
            .DistinctBy(change => (change.Span, change.After));
        var kinds = new Dictionary<string, int>();
        foreach (var (span, before, after) in changes)
        {
            var kind = $"{path} {before} {after}";
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var line = tree.GetLineSpan(span).StartLinePosition.Line + 1;
            yield return new Mutant(path, span, line, before, after) { Key = $"{path} {kinds[kind]} {before} => {after}" };
        }
    }

    private bool Compiles(Mutant mutant)
    {
        var (compilation, changed) = With(mutant);
        var around = changed.GetRoot().FindToken(mutant.Span.Start).Parent!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        return !compilation.GetSemanticModel(changed).GetDiagnostics(around.Span).Any(IsError) && !changed.GetDiagnostics().Any(IsError);
    }

    private (CSharpCompilation Compilation, SyntaxTree Tree) With(Mutant mutant)
    {
        var tree = _trees[mutant.Path];
        var changed = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.After)));
        return (_compilation.ReplaceSyntaxTree(tree, changed), changed);
    }

    private static IEnumerable<MetadataReference> References()
    {
        var framework = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string[] files = [.. framework.Split(Path.PathSeparator), Path.Combine(Folder, "..", "bin", "Polly.Core.dll")];
        return files.Select(file => MetadataReference.CreateFromFile(file));
    }

    private static string NameOf(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file, Encoding.UTF8);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}

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

    /// <summary>Every change of the chosen files that compiles.</summary>
    public IEnumerable<Mutant> Mutants(Func<string, bool> isChosen) =>
        _trees.Where(tree => isChosen(tree.Key)).SelectMany(tree => MutantsOf(tree.Key, tree.Value));

    /// <summary>Compiles the library with the change, or without one, into <paramref name="assembly"/>.</summary>
    public void Emit(Mutant? mutant, string assembly)
    {
        var compilation = mutant is null ? _compilation : With(mutant, _trees[mutant.Path]).Compilation;
        var style = Path.Combine(Folder, "Charts", "gantt.css");
        using var output = File.Create(assembly);
        var result = compilation.Emit(
            output,
            manifestResources: [new ResourceDescription("AsyncAtScale.Charts.gantt.css", () => File.OpenRead(style), isPublic: true)]);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(IsError)));
        }
    }

    private IEnumerable<Mutant> MutantsOf(string path, SyntaxTree tree)
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
            var mutant = new Mutant(path, span, line, before, after) { Key = $"{path} {kinds[kind]} {before} => {after}" };
            if (Compiles(mutant, tree))
            {
                yield return mutant;
            }
        }
    }

    private bool Compiles(Mutant mutant, SyntaxTree tree)
    {
        var (compilation, changed) = With(mutant, tree);
        var around = changed.GetRoot().FindToken(mutant.Span.Start).Parent!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        return !compilation.GetSemanticModel(changed).GetDiagnostics(around.Span).Any(IsError) && !changed.GetDiagnostics().Any(IsError);
    }

    private (CSharpCompilation Compilation, SyntaxTree Tree) With(Mutant mutant, SyntaxTree tree)
    {
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

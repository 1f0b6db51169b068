using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Handouts.Rendering.Colouring;

/// <summary>
/// A notebook's cells for the compiler: each a submission that sees the ones before, as when they run. So a name
/// is classified by what it means at that place, also where a later cell declares it anew. The first holds the
/// references and the others inherit them: a cell of its own costs little. What does not compile, no later cell sees.
/// </summary>
internal sealed class CellChain(IEnumerable<MetadataReference> references)
{
    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);
    private static readonly CSharpParseOptions Regular = CSharpParseOptions.Default.WithKind(SourceCodeKind.Regular);

    private static readonly string[] Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, usings: Imports, metadataReferenceResolver: new GivenReferences());

    private readonly CSharpCompilation _first = CSharpCompilation.CreateScriptCompilation(
        "cells", syntaxTree: null, references, Options);

    private CSharpCompilation? _last;
    private int _count;

    /// <summary>Adds a cell: it sees all cells before it, and is seen by all that follow.</summary>
    /// <returns>Null for code that nests too deeply; nobody sees it then.</returns>
    public SemanticModel? AddCell(string code)
    {
        if (Parse(code, Script) is not { } tree)
        {
            return null;
        }

        var cell = After(tree);
        _last = cell.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error) ? _last : cell;
        return cell.GetSemanticModel(tree);
    }

    /// <summary>
    /// Adds code that is only shown. It sees the cells, unless it is only right in a file of its own
    /// (<c>using var</c>, a namespace): then it is read as one.
    /// </summary>
    /// <returns>Null for code that nests too deeply.</returns>
    public SemanticModel? AddSnippet(string code)
    {
        if (Parse(code, Script) is not { } script)
        {
            return null;
        }

        return HasErrors(script) && Parse(code, Regular) is { } file && !HasErrors(file)
            ? CSharpCompilation.Create("file", [file], _first.References, Options).GetSemanticModel(file)
            : After(script).GetSemanticModel(script);
    }

    private CSharpCompilation After(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"cell-{_count++}", tree, references: [], Options.WithUsings(), _last ?? _first);

    private static SyntaxTree? Parse(string code, CSharpParseOptions options)
    {
        if (CodeDepth.IsTooDeep(code))
        {
            return null;
        }

        var tree = CSharpSyntaxTree.ParseText(code, options);
        return CodeDepth.IsTooDeep(tree.GetRoot()) ? null : tree;
    }

    private static bool HasErrors(SyntaxTree tree) =>
        tree.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>What cells name by <c>#r</c> is among the references already, if it is there: the directive itself is right.</summary>
    private sealed class GivenReferences : MetadataReferenceResolver
    {
        private static readonly PortableExecutableReference Any = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties) => [Any];

        public override bool Equals(object? other) => other is GivenReferences;

        public override int GetHashCode() => 0;
    }
}

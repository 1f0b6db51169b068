using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Handouts.Rendering.Colouring;

/// <summary>
/// A notebook's cells for the compiler: each a submission that sees the ones before, as when they run. So a name
/// is classified by what it means at that place, also where a later cell declares it anew. The first holds the
/// references and the others inherit them: a cell of its own costs little.
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

    private readonly CSharpCompilation _first = CSharpCompilation.CreateScriptCompilation(
        "cells", syntaxTree: null, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Imports));

    private CSharpCompilation? _last;
    private int _count;

    /// <summary>Adds a cell: it sees all cells before it, and is seen by all that follow.</summary>
    public SemanticModel AddCell(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Script);
        _last = After(tree);
        return _last.GetSemanticModel(tree);
    }

    /// <summary>
    /// Adds code that is only shown. It sees the cells, unless it is only right in a file of its own
    /// (<c>using var</c>, a namespace): then it is read as one.
    /// </summary>
    public SemanticModel AddSnippet(string code)
    {
        var script = CSharpSyntaxTree.ParseText(code, Script);
        var file = CSharpSyntaxTree.ParseText(code, Regular);
        return HasErrors(script) && !HasErrors(file)
            ? CSharpCompilation.Create("file", [file], _first.References, _first.Options).GetSemanticModel(file)
            : After(script).GetSemanticModel(script);
    }

    private CSharpCompilation After(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"cell-{_count++}", tree, references: [], _first.Options.WithUsings(), _last ?? _first);

    private static bool HasErrors(SyntaxTree tree) =>
        tree.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error);
}

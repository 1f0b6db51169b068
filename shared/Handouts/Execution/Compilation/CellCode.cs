using System.Text;
using Handouts.Execution.Packages;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Handouts.Execution.Compilation;

/// <summary>The syntax of a cell.</summary>
internal sealed class CellCode
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.CSharp13, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Some of the compiler's steps do not watch their stack: an upper bound of how deeply brackets can nest.</summary>
    private const int BracketLimit = 5_000;

    private readonly bool _isRefused;
    private readonly ErrorOutput? _unsupported;

    private CellCode(SyntaxTree tree, bool isRefused, ErrorOutput? unsupported, IReadOnlyList<PackageDirective> packages)
    {
        Tree = tree;
        _isRefused = isRefused;
        _unsupported = unsupported;
        Packages = packages;
    }

    /// <summary>What the compiler calls the place of its errors.</summary>
    public string Label => Tree.FilePath;

    public SyntaxTree Tree { get; }

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();

    /// <summary>The variables that it declares for the cells after it, in order.</summary>
    public IEnumerable<VariableDeclaratorSyntax> Variables =>
        Root.Members.OfType<FieldDeclarationSyntax>().SelectMany(declared => declared.Declaration.Variables);

    /// <summary>The names of <see cref="Variables"/>.</summary>
    public IReadOnlyList<string> Names => [.. Variables.Select(variable => variable.Identifier.ValueText)];

    /// <summary>The packages that it names.</summary>
    public IReadOnlyList<PackageDirective> Packages { get; }

    /// <summary>True if it names files: what they hold is known only when its turn has come.</summary>
    public bool NamesFiles => Directives(Tree).Any(directive => directive is ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax);

    /// <summary>Reads code.</summary>
    /// <param name="source">The code.</param>
    /// <param name="label">What the compiler calls the place of its errors.</param>
    /// <param name="token">Ends the reading: code can be written on which the parser takes for ever.</param>
    public static CellCode Parse(string source, string label, CancellationToken token = default)
    {
        var isRefused = source.Count(sign => sign is '(' or '[' or '{' or '<') > BracketLimit;
        var tree = ParseText(isRefused ? "" : source, label, token);
        var unsupported = CellDirectives.Unsupported(Directives(tree), label);
        var packages = CellDirectives.Packages(Directives(tree)).ToList();
        return packages.Count == 0
            ? new CellCode(tree, isRefused, unsupported, packages)
            : new CellCode(ParseText(CellDirectives.WithoutPackages(source, Directives(tree)), label, token), isRefused, unsupported, packages);
    }

    /// <summary>
    /// An error for code that is not for the compiler, or null. That of other engines is such: to skip a directive
    /// in silence would run other code.
    /// </summary>
    public ErrorOutput? Refusal() => _isRefused
        ? CompilationErrors.Of($"{Label}: the cell has more than {BracketLimit:N0} opening brackets; write less in one cell.")
        : _unsupported;

    /// <summary>With its encoding: debug information needs to know that of its source.</summary>
    private static SyntaxTree ParseText(string source, string label, CancellationToken token) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), Options, label, token);

    /// <summary>Whether the code ends with an expression without semicolon, and whether that has a value.</summary>
    public CodeEnding EndingIn(Microsoft.CodeAnalysis.Compilation compilation)
    {
        if (Root.Members.LastOrDefault() is not GlobalStatementSyntax
            {
                Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
            })
        {
            return CodeEnding.Statement;
        }

        var type = compilation.GetSemanticModel(Tree).GetTypeInfo(last.Expression).Type;
        return type is null or { SpecialType: SpecialType.System_Void } ? CodeEnding.ExpressionWithoutType : CodeEnding.Value;
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        for (var directive = root.ContainsDirectives ? root.GetFirstDirective() : null;
            directive is not null;
            directive = directive.GetNextDirective())
        {
            yield return directive;
        }
    }
}

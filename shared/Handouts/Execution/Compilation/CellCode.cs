using System.Text;
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

    private CellCode(SyntaxTree tree, bool isRefused)
    {
        Tree = tree;
        _isRefused = isRefused;
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

    /// <summary>True if it names files: what they hold is known only when its turn has come.</summary>
    public bool NamesFiles => Directives().Any(directive => directive is ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax);

    public static CellCode Parse(string source, string label)
    {
        var isRefused = source.Count(sign => sign is '(' or '[' or '{' or '<') > BracketLimit;
        // With its encoding: debug information needs to know that of its source.
        var text = SourceText.From(isRefused ? "" : source, Encoding.UTF8);
        return new CellCode(CSharpSyntaxTree.ParseText(text, Options, label), isRefused);
    }

    /// <summary>
    /// An error for code that is not for the compiler, or null. That of other engines is such: to skip a directive
    /// in silence would run other code.
    /// </summary>
    public ErrorOutput? Refusal() => _isRefused
        ? CompilationErrors.Of($"{Label}: the cell has more than {BracketLimit:N0} opening brackets; write less in one cell.")
        : UnsupportedDirective();

    private ErrorOutput? UnsupportedDirective()
    {
        foreach (var directive in Directives())
        {
            var text = directive.ToString().Trim();
            var problem = text.StartsWith("#!", StringComparison.Ordinal)
                ? $"the magic command {text} is not supported by this runner."
                : directive is ReferenceDirectiveTriviaSyntax { File.ValueText: var file }
                    && file.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
                    ? $"{text} is not supported by this runner, which fetches no packages: name a built assembly."
                    : null;
            if (problem is not null)
            {
                var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                return new ErrorOutput("UnsupportedDirective", $"{Label}({line},1): {problem}", []);
            }
        }

        return null;
    }

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

    private IEnumerable<DirectiveTriviaSyntax> Directives()
    {
        for (var directive = Root.ContainsDirectives ? Root.GetFirstDirective() : null;
            directive is not null;
            directive = directive.GetNextDirective())
        {
            yield return directive;
        }
    }
}

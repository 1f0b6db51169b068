using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace Handouts.Execution.Child;

/// <summary>The syntax of a cell.</summary>
internal sealed class CellCode
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.CSharp13, DocumentationMode.None, SourceCodeKind.Script);

    private CellCode(CompilationUnitSyntax root) => Root = root;

    public CompilationUnitSyntax Root { get; }

    /// <summary>The variables that it declares for the cells after it, in order.</summary>
    public IEnumerable<VariableDeclaratorSyntax> Variables =>
        Root.Members.OfType<FieldDeclarationSyntax>().SelectMany(declared => declared.Declaration.Variables);

    public static CellCode Parse(string source) =>
        new(CSharpSyntaxTree.ParseText(source, Options).GetCompilationUnitRoot());

    /// <summary>An error for a directive of other engines, or null: to skip it in silence would run other code.</summary>
    public ErrorOutput? UnsupportedDirective(string label)
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
                return new ErrorOutput("UnsupportedDirective", $"{label}({line},1): {problem}", []);
            }
        }

        return null;
    }

    /// <summary>True if the code ends with an expression without semicolon that has a value.</summary>
    public bool EndsWithValue(Script script, object? value) =>
        Root.Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true },
        }
        && (value is not null || !IsVoid(script.GetCompilation()));

    private static bool IsVoid(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var last = (GlobalStatementSyntax)((CompilationUnitSyntax)tree.GetRoot()).Members.Last();
        var expression = ((ExpressionStatementSyntax)last.Statement).Expression;
        return compilation.GetSemanticModel(tree).GetTypeInfo(expression).Type is null or { SpecialType: SpecialType.System_Void };
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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handouts.Execution.Compilation;

/// <summary>The course's rules for the code of cells: what every engine can run, and what a teacher can replay.</summary>
internal static class CodeRules
{
    public static IEnumerable<CodeFinding> Check(IReadOnlyList<ParsedCell> cells)
    {
        var parameters = cells.Where(cell => cell.IsParameters)
            .SelectMany(cell => cell.Code.Variables.Select(variable => (cell.Id, Name: variable.Identifier.ValueText)))
            .ToList();
        var names = parameters.Select(parameter => parameter.Name).ToHashSet();
        return cells.SelectMany(cell => TopLevelRules(cell.Code).Select(rule => new CodeFinding(cell.Id, rule)))
            .Concat(cells.Where(cell => cell.IsParameters)
                .SelectMany(cell => ParameterRules(cell.Code, names).Select(rule => new CodeFinding(cell.Id, rule))))
            .Concat(Repeated(parameters));
    }

    private static IEnumerable<string> TopLevelRules(CellCode code)
    {
        foreach (var member in code.Root.ChildNodes())
        {
            var rule = member switch
            {
                // A script takes 'using var x = …' for a using directive without an end.
                UsingDirectiveSyntax { SemicolonToken.IsMissing: true } => "'using var' at the top level",
                BaseNamespaceDeclarationSyntax => "a namespace",
                BaseTypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.FileKeyword) => "a file-local type",
                _ => null,
            };
            if (rule is not null)
            {
                var line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return $"line {line} has {rule}, which not every notebook engine can run";
            }
        }
    }

    private static IEnumerable<string> ParameterRules(CellCode code, HashSet<string> names)
    {
        foreach (var member in code.Root.Members)
        {
            var line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (member is not FieldDeclarationSyntax field)
            {
                yield return $"line {line} is no variable declaration; a parameters cell holds nothing else";
            }
            else if (field.Modifiers.Any())
            {
                yield return $"line {line} declares with '{field.Modifiers}', so that --set could not assign to it";
            }
            else if (UsedParameter(field, names) is { } used)
            {
                yield return $"line {line} derives a value from '{used}'; compute it in the demo's cell";
            }
        }
    }

    private static string? UsedParameter(FieldDeclarationSyntax field, HashSet<string> names) =>
        field.Declaration.Variables
            .SelectMany(variable => variable.Initializer?.DescendantNodes() ?? [])
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            .Select(name => name.Identifier.ValueText)
            .FirstOrDefault(names.Contains);

    private static IEnumerable<CodeFinding> Repeated(IEnumerable<(string Id, string Name)> parameters) =>
        parameters.GroupBy(parameter => parameter.Name)
            .Where(group => group.Count() > 1)
            .Select(group => new CodeFinding(
                group.Last().Id, $"the parameter '{group.Key}' is declared {group.Count()} times in this notebook"));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handouts.Rendering.Colouring;

/// <summary>
/// Colours names by their place alone where the compiler does not know what they mean: code that is only shown
/// (a package that the notebook does not reference) looks like code that runs.
/// </summary>
internal static class UnknownNames
{
    /// <summary>The page's class of an identifier, or null if its place says nothing.</summary>
    public static string? ClassOf(SyntaxToken token) => token.Parent switch
    {
        SimpleNameSyntax name when IsCalled(name) => "m",
        SimpleNameSyntax { Parent: ObjectCreationExpressionSyntax } => "t",
        SimpleNameSyntax { Parent: VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax } => "t",
        SimpleNameSyntax { Parent: CatchDeclarationSyntax or BaseTypeSyntax or NullableTypeSyntax } => "t",
        _ => null,
    };

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax => true,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member => member.Name == name,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutation;

/// <summary>
/// What may be changed in a piece of syntax, as the text to put in its place. Not all of it compiles: the compiler
/// sorts that out. Locks are left alone, and so is what exceptions say.
/// </summary>
internal static class Changes
{
    public static IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        StatementSyntax statement => OfStatement(statement),
        ArrowExpressionClauseSyntax => ["=> default!"],
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } method => [Text(method, body, method.SemicolonToken, "{ }")],
        AccessorDeclarationSyntax { ExpressionBody: { } body } accessor => [Text(accessor, body, accessor.SemicolonToken, "{ }")],
        SwitchExpressionArmSyntax arm => [$"{arm.Pattern} {arm.WhenClause} => default!"],
        BinaryPatternSyntax pattern => [Binary(pattern.Left, pattern.IsKind(SyntaxKind.OrPattern) ? "and" : "or", pattern.Right)],
        UnaryPatternSyntax pattern => [pattern.Pattern.ToString()],
        ExpressionSyntax expression => OfExpression(expression).Concat(OfCondition(expression)),
        _ => [],
    };

    private static IEnumerable<string> OfStatement(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => [";"],
        YieldStatementSyntax or ReturnStatementSyntax { Expression: null } => [";"],
        ReturnStatementSyntax { Expression: not LiteralExpressionSyntax } => ["return default!;"],
        _ => [],
    };

    private static IEnumerable<string> OfExpression(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary),
        AssignmentExpressionSyntax assignment => OfAssignment(assignment),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [not.Operand.ToString()],
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "++" } step => [$"--{step.Operand}"],
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "--" } step => [$"++{step.Operand}"],
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" } step => [$"{step.Operand}--"],
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "--" } step => [$"{step.Operand}++"],
        LambdaExpressionSyntax { ExpressionBody: { } body } lambda => [Lambda(lambda, body, "default!"), Lambda(lambda, body, "{ }")],
        IsPatternExpressionSyntax => [$"!({expression})"],
        IdentifierNameSyntax name => OfName(name.Identifier.Text),
        LiteralExpressionSyntax literal => OfLiteral(literal),
        InterpolatedStringExpressionSyntax when !IsInException(expression) => ["\"\""],
        _ => [],
    };

    private static IEnumerable<string> OfBinary(BinaryExpressionSyntax binary)
    {
        string[] others = binary.OperatorToken.Text switch
        {
            "<" => ["<=", ">="],
            "<=" => ["<", ">"],
            ">" => [">=", "<="],
            ">=" => [">", "<"],
            "==" => ["!="],
            "!=" => ["=="],
            "&&" => ["||"],
            "||" => ["&&"],
            "+" => ["-"],
            "-" => ["+"],
            "*" => ["/"],
            "/" => ["*"],
            "&" => ["|"],
            "|" => ["&"],
            _ => [],
        };
        return binary.IsKind(SyntaxKind.CoalesceExpression)
            ? [binary.Left.ToString(), binary.Right.ToString()]
            : others.Select(other => Binary(binary.Left, other, binary.Right));
    }

    private static IEnumerable<string> OfAssignment(AssignmentExpressionSyntax assignment) => assignment.OperatorToken.Text switch
    {
        "??=" or "|=" => [Binary(assignment.Left, "=", assignment.Right)],
        "+=" => [Binary(assignment.Left, "-=", assignment.Right)],
        "-=" => [Binary(assignment.Left, "+=", assignment.Right)],
        _ => [],
    };

    private static IEnumerable<string> OfName(string name) => name switch
    {
        "Max" => ["Min"],
        "Min" => ["Max"],
        "Increment" => ["Decrement"],
        "Decrement" => ["Increment"],
        _ => [],
    };

    private static IEnumerable<string> OfLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => ["false"],
        false => ["true"],
        1 => ["0"],
        int number => [(number + 1).ToString(CultureInfo.InvariantCulture)],
        double number => [(number + 1).ToString("0.0###", CultureInfo.InvariantCulture)],
        string text when !IsInException(literal) => [text.Length == 0 ? "\"mutated\"" : "\"\""],
        _ => [],
    };

    /// <summary>A condition is turned round; one that also declares a variable cannot be, so it never holds.</summary>
    private static IEnumerable<string> OfCondition(ExpressionSyntax expression)
    {
        var isCondition = expression.Parent switch
        {
            IfStatementSyntax parent => parent.Condition == expression,
            WhileStatementSyntax parent => parent.Condition == expression,
            ForStatementSyntax parent => parent.Condition == expression,
            ConditionalExpressionSyntax parent => parent.Condition == expression,
            CatchFilterClauseSyntax or WhenClauseSyntax => true,
            _ => false,
        };
        var declares = expression.DescendantNodes().Any(node => node is VariableDesignationSyntax);
        return !isCondition ? [] : declares ? [$"({expression}) && false"] : [$"!({expression})"];
    }

    private static bool IsInException(SyntaxNode node) => node.Ancestors().Any(ancestor =>
        ancestor is ThrowStatementSyntax or ThrowExpressionSyntax or ConstructorInitializerSyntax
        || (ancestor is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Stuck" } }));

    private static string Binary(SyntaxNode left, string operation, SyntaxNode right) => $"{left} {operation} {right}";

    private static string Lambda(LambdaExpressionSyntax lambda, ExpressionSyntax body, string other) =>
        lambda.ToString()[..(body.SpanStart - lambda.SpanStart)] + other;

    private static string Text(SyntaxNode member, ArrowExpressionClauseSyntax body, SyntaxToken semicolon, string other) =>
        member.ToString()[..(body.SpanStart - member.SpanStart)] + other + member.ToString()[(semicolon.Span.End - member.SpanStart)..];
}

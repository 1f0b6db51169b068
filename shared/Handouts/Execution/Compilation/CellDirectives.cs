using Handouts.Execution.Packages;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handouts.Execution.Compilation;

/// <summary>What the lines of a cell that begin with <c>#</c> ask for, beyond what the compiler itself knows.</summary>
internal static class CellDirectives
{
    /// <summary>The packages that are named as they should be.</summary>
    public static IEnumerable<PackageDirective> Packages(IEnumerable<DirectiveTriviaSyntax> directives) =>
        PackageReferences(directives)
            .Select(directive => PackageDirective.Parse(directive.File.ValueText, LineOf(directive), out _))
            .OfType<PackageDirective>();

    /// <summary>The same code, each directive that names a package a comment of the same length: every other place stays.</summary>
    public static string WithoutPackages(string source, IEnumerable<DirectiveTriviaSyntax> directives)
    {
        var code = source.ToCharArray();
        foreach (var directive in PackageReferences(directives))
        {
            "//".CopyTo(code.AsSpan(directive.HashToken.SpanStart));
        }

        return new string(code);
    }

    /// <summary>An error for the first directive that this runner does not follow, or null.</summary>
    public static ErrorOutput? Unsupported(IEnumerable<DirectiveTriviaSyntax> directives, string label) => directives
        .Select(directive => (Line: LineOf(directive), Problem: Problem(directive)))
        .Where(found => found.Problem is not null)
        .Select(found => new ErrorOutput("UnsupportedDirective", $"{label}({found.Line},1): {found.Problem}", []))
        .FirstOrDefault();

    private static string? Problem(DirectiveTriviaSyntax directive)
    {
        var text = directive.ToString().Trim();
        if (text.StartsWith("#!", StringComparison.Ordinal))
        {
            return $"the magic command {text} is not supported by this runner.";
        }

        if (directive is BadDirectiveTriviaSyntax { Identifier.ValueText: "i" })
        {
            return $"{text} is not supported by this runner: name the source in a nuget.config in the notebook's folder or above.";
        }

        string? problem = null;
        if (directive is ReferenceDirectiveTriviaSyntax { File.ValueText: var reference } && PackageDirective.Is(reference))
        {
            _ = PackageDirective.Parse(reference, LineOf(directive), out problem);
        }

        return problem;
    }

    private static IEnumerable<ReferenceDirectiveTriviaSyntax> PackageReferences(IEnumerable<DirectiveTriviaSyntax> directives) =>
        directives.OfType<ReferenceDirectiveTriviaSyntax>()
            .Where(directive => directive.IsActive && PackageDirective.Is(directive.File.ValueText));

    private static int LineOf(DirectiveTriviaSyntax directive) =>
        directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}

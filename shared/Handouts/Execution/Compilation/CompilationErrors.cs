using System.Globalization;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Handouts.Execution.Compilation;

/// <summary>What the compiler says, as a notebook shows it: notebook, cell, line and column in front.</summary>
internal static class CompilationErrors
{
    private const string Name = "CompilationError";

    /// <summary>The errors among the diagnostics as one; null if there are none.</summary>
    public static ErrorOutput? Of(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = Lines(diagnostics, DiagnosticSeverity.Error);
        return errors.Count == 0 ? null : new ErrorOutput(Name, errors[0], errors);
    }

    /// <summary>An error of which the compiler itself says nothing.</summary>
    public static ErrorOutput Of(string sentence) => new(Name, sentence, []);

    public static IReadOnlyList<string> Warnings(IEnumerable<Diagnostic> diagnostics) =>
        Lines(diagnostics, DiagnosticSeverity.Warning);

    private static List<string> Lines(IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity severity) =>
    [
        .. diagnostics.Where(diagnostic => diagnostic.Severity == severity)
            .Select(diagnostic => CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture)),
    ];
}

using System.Text;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace Handouts.Rendering.Colouring;

/// <summary>The code of a notebook in the compiler's own colours.</summary>
internal sealed class CodeColours
{
    /// <summary>Holds no code: the classifier asks it for its services.</summary>
    private static readonly Lazy<Workspace> Services = new(() => new AdhocWorkspace());

    private readonly CellChain _chain;
    private readonly Dictionary<string, SemanticModel?> _cells = [];

    /// <summary>Reads the notebook's code; colours are made when asked for.</summary>
    public CodeColours(Notebook notebook)
    {
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        var references = ScriptReferences.In(code.Select(cell => cell.Source), notebook.Folder);
        _chain = new CellChain([.. ScriptReferences.Framework, .. references]);
        foreach (var cell in code)
        {
            _cells[cell.Id] = _chain.AddCell(cell.Source.Trim('\n'));
        }
    }

    /// <summary>A cell's code as markup.</summary>
    public string OfCell(Cell cell, CancellationToken stop) => Colour(_cells[cell.Id], cell.Source.Trim('\n'), stop);

    /// <summary>Code that is shown but not run, as markup; it may name what any cell declares.</summary>
    public string OfSnippet(string code, CancellationToken stop) => Colour(_chain.AddSnippet(code.Trim('\n')), code.Trim('\n'), stop);

    /// <summary>A page without colours is better than none: whatever the code does to the compiler, its text is shown.</summary>
    private static string Colour(SemanticModel? code, string source, CancellationToken stop)
    {
        if (code is null)
        {
            return Html.Encode(source);
        }

        var text = code.SyntaxTree.GetText(stop);
        try
        {
#pragma warning disable CS0618 // The newer way wants each cell as a project of a workspace: ten times the time, gigabytes of memory.
            var spans = Classifier.GetClassifiedSpans(code, new TextSpan(0, text.Length), Services.Value, stop);
#pragma warning restore CS0618
            return Mark(text, spans, code.SyntaxTree.GetRoot(stop));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Html.Encode(source);
        }
    }

    private static string Mark(SourceText text, IEnumerable<ClassifiedSpan> spans, SyntaxNode root)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var span in spans.OrderBy(span => span.TextSpan.Start))
        {
            var kind = CodeClasses.Of(span.ClassificationType);
            if (kind is null && span.ClassificationType == ClassificationTypeNames.Identifier)
            {
                kind = UnknownNames.ClassOf(root.FindToken(span.TextSpan.Start));
            }

            if (kind is null || span.TextSpan.Start < at)
            {
                continue;
            }

            html.Append(Html.Encode(text.ToString(TextSpan.FromBounds(at, span.TextSpan.Start))));
            html.Append($"<span class=\"{kind}\">{Html.Encode(text.ToString(span.TextSpan))}</span>");
            at = span.TextSpan.End;
        }

        return html.Append(Html.Encode(text.ToString(TextSpan.FromBounds(at, text.Length)))).ToString();
    }
}

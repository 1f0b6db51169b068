using System.Text;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace Handouts.Rendering.Colouring;

/// <summary>The code of a notebook in the compiler's own colours.</summary>
internal sealed class CodeColours : IDisposable
{
    private readonly CellChain _chain;
    private readonly Dictionary<string, DocumentId> _cells = [];

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
    public Task<string> OfCellAsync(Cell cell, CancellationToken stop) => ColourAsync(_chain.Find(_cells[cell.Id]), stop);

    /// <summary>Code that is shown but not run, as markup; it may name what any cell declares.</summary>
    public Task<string> OfSnippetAsync(string code, CancellationToken stop) =>
        ColourAsync(_chain.Find(_chain.AddSnippet(code.Trim('\n'))), stop);

    /// <summary>Lets go of the compilations.</summary>
    public void Dispose() => _chain.Dispose();

    /// <summary>A page without colours is better than none: whatever the code does to the compiler, its text is shown.</summary>
    private static async Task<string> ColourAsync(Document document, CancellationToken stop)
    {
        var text = await document.GetTextAsync(stop);
        try
        {
            var root = await document.GetSyntaxRootAsync(stop);
            var spans = await Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, text.Length), stop);
            return Mark(text, spans, root!);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Html.Encode(text.ToString());
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

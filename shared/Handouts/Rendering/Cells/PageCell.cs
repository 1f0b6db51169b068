using AngleSharp.Dom;
using Handouts.Notebooks;
using Handouts.Rendering.Colouring;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>A cell, read: its text as elements, its code in colours.</summary>
/// <param name="Cell">The cell as the notebook has it.</param>
/// <param name="Notes">What it says to the handout alone.</param>
/// <param name="Text">Its Markdown, cut before each heading; empty for code.</param>
/// <param name="Code">Its code as markup; empty for text.</param>
internal sealed record PageCell(Cell Cell, CellNotes Notes, IReadOnlyList<Segment> Text, string Code)
{
    /// <summary>Reads those of a notebook's cells that an edition shows.</summary>
    public static IReadOnlyList<PageCell> Read(Notebook notebook, Edition edition, CodeColours colours, CancellationToken stop) =>
        [.. notebook.Cells.Where(cell => CellNotes.IsShown(cell, edition)).Select(cell => Read(cell, colours, stop))];

    private static PageCell Read(Cell cell, CodeColours colours, CancellationToken stop)
    {
        if (cell.Kind == CellKind.Code)
        {
            return new PageCell(cell, CellNotes.Of(cell), [], colours.OfCell(cell, stop));
        }

        var text = MarkdownReader.Read(cell.Source);
        foreach (var code in text.QuerySelectorAll("pre > code").ToArray())
        {
            Html.ReplaceBy(code.ParentElement!, Panel(code, colours, stop));
        }

        return new PageCell(cell, CellNotes.Of(cell), Segment.Split(text), "");
    }

    private static string Panel(IElement code, CodeColours colours, CancellationToken stop) =>
        code.ClassList.Contains("language-csharp")
            ? CodePanel.Snippet(colours.OfSnippet(code.TextContent, stop))
            : CodePanel.Drawing(code.TextContent.TrimEnd());
}

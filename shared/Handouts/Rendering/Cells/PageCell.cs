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
    public static async Task<IReadOnlyList<PageCell>> ReadAsync(
        Notebook notebook, Edition edition, CodeColours colours, CancellationToken stop)
    {
        var cells = new List<PageCell>();
        foreach (var cell in notebook.Cells.Where(cell => CellNotes.IsShown(cell, edition)))
        {
            cells.Add(await ReadAsync(cell, colours, stop));
        }

        return cells;
    }

    private static async Task<PageCell> ReadAsync(Cell cell, CodeColours colours, CancellationToken stop)
    {
        if (cell.Kind == CellKind.Code)
        {
            return new PageCell(cell, CellNotes.Of(cell), [], await colours.OfCellAsync(cell, stop));
        }

        var text = MarkdownReader.Read(cell.Source);
        foreach (var code in text.QuerySelectorAll("pre > code").ToArray())
        {
            Html.ReplaceBy(code.ParentElement!, await PanelAsync(code, colours, stop));
        }

        return new PageCell(cell, CellNotes.Of(cell), Segment.Split(text), "");
    }

    private static async Task<string> PanelAsync(IElement code, CodeColours colours, CancellationToken stop) =>
        code.ClassList.Contains("language-csharp")
            ? CodePanel.Snippet(await colours.OfSnippetAsync(code.TextContent, stop))
            : CodePanel.Drawing(code.TextContent.TrimEnd());
}

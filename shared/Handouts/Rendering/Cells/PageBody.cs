using System.Text;
using System.Text.RegularExpressions;
using Handouts.Notebooks;
using Handouts.Rendering.Outputs;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>
/// Writes a notebook's cells as the main part of a page. A cell's role says which component it becomes and
/// which blocks it opens; headings and the roles that follow close them.
/// </summary>
internal sealed partial class PageBody
{
    private readonly StringBuilder _html = new();
    private readonly OpenBlocks _blocks;
    private readonly OutputHtml _outputs;
    private readonly PageState _page;
    private readonly IReadOnlyList<PageCell> _cells;
    private bool _hasRun;

    private PageBody(IReadOnlyList<PageCell> cells, PageState page)
    {
        (_cells, _page) = (cells, page);
        _blocks = new OpenBlocks(_html);
        _outputs = new OutputHtml(page.Assets);
    }

    /// <summary>The cells as markup, in order.</summary>
    public static string Render(IReadOnlyList<PageCell> cells, PageState page) => new PageBody(cells, page).Render();

    private string Render()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            Write(_cells[i], i);
        }

        _blocks.CloseAll();
        return _html.ToString();
    }

    private void Write(PageCell cell, int index)
    {
        var role = cell.Cell.Course.Role;
        if (role is not ("title" or "objectives"))
        {
            _blocks.Close(BlockKind.Head);
        }

        if (!Component.MayWaitForAGuess(role))
        {
            _blocks.Close(BlockKind.Gate);
        }

        if (cell.Cell.Kind == CellKind.Code)
        {
            WriteCode(cell, role);
            return;
        }

        var start = _html.Length;
        foreach (var segment in cell.Text)
        {
            WriteHeading(segment, cell, role);
            WriteContent(segment, cell, role, index);
        }

        AddAnchor(start, cell.Cell.Id);
    }

    /// <summary>Every cell can be linked to, a text by the first of its elements that has no other name.</summary>
    private void AddAnchor(int start, string id)
    {
        var text = _html.ToString(start, _html.Length - start);
        _html.Length = start;
        _html.Append(NamelessElement().Replace(text, $"<$1 id=\"cell-{Html.Encode(id)}\"", 1));
    }

    private void WriteCode(PageCell cell, string role)
    {
        if (role == "exercise")
        {
            OpenExercise(cell.Cell.Course.Exercise);
        }

        var held = _blocks.IsIn(BlockKind.Gate);
        _html.Append(CodePanel.Render(cell, _outputs, held));
        _hasRun |= held;
    }

    private void WriteHeading(Segment segment, PageCell cell, string role)
    {
        if (segment.Heading is null)
        {
            return;
        }

        _blocks.CloseBefore(segment.Level);
        var heading = role == "deeper"
            ? HeadingHtml.RenderSummary(segment, cell, _page)
            : HeadingHtml.Render(segment, cell, _page);
        if (segment.Level == 2)
        {
            _blocks.Open(BlockKind.Section, $"<section aria-labelledby=\"{_page.Contents[^1].Id}\">", () => "</section>");
        }

        if (role == "deeper")
        {
            _blocks.Open(BlockKind.Deeper, $"<details class=\"deeper\">{heading}", () => "</details>", segment.Level);
        }
        else if (role == "pitfall")
        {
            _blocks.Open(BlockKind.Pitfall, $"<div class=\"pitfall\">{heading}", () => "</div>");
        }
        else
        {
            _html.Append(heading);
        }
    }

    private void WriteContent(Segment segment, PageCell cell, string role, int index)
    {
        if (segment.Content.Count == 0)
        {
            return;
        }

        switch (role)
        {
            case "title":
                _blocks.Open(BlockKind.Head, "<header class=\"title\">" + Title.Render(_page.Facts), () => "</header>");
                break;
            case "predict":
                WritePrediction(segment, cell, index);
                break;
            case "exercise":
                OpenExercise(cell.Cell.Course.Exercise ?? ExerciseAfter(index));
                _html.Append(Prose.Render(segment.Content));
                break;
            case "deeper" when segment.Heading is null:
                _html.Append(Deeper.Render(segment.Content));
                break;
            default:
                _html.Append(Fold(Component.Render(segment.Content, role, _page)));
                break;
        }

        if (role == "insight")
        {
            _blocks.Close(BlockKind.Gate);
        }
    }

    private void WritePrediction(Segment segment, PageCell cell, int index)
    {
        _blocks.Close(BlockKind.Gate);
        var id = _page.NextQuestion("predict");
        var next = _cells.Skip(index).FirstOrDefault(later => later.Cell.Kind == CellKind.Code)?.Cell.ExecutionCount;
        var run = next is null ? "Show the result" : $"Run cell {next}";
        _html.Append(Prediction.Render(segment.Content, cell.Notes, id, run));
        _blocks.Open(BlockKind.Gate, $"<div class=\"gate\" data-ask=\"{id}\">", () => "</div>");
        _hasRun = false;
        _page.HasGuesses = true;
    }

    /// <summary>What is said after the first result waits with it.</summary>
    private string Fold(string text) =>
        _hasRun && _blocks.IsIn(BlockKind.Gate) ? $"<div class=\"fold\">{text}</div>" : text;

    private void OpenExercise(string? id)
    {
        if (!_blocks.IsIn(BlockKind.Exercise))
        {
            _blocks.Open(BlockKind.Exercise, "<div class=\"exercise\">", () => Exercise.End(id, _page));
        }
    }

    private string? ExerciseAfter(int index) =>
        _cells.Skip(index).Select(cell => cell.Cell.Course.Exercise).FirstOrDefault(id => id is not null);

    [GeneratedRegex(@"<(\w+)(?![^>]*\sid=)")]
    private static partial Regex NamelessElement();
}

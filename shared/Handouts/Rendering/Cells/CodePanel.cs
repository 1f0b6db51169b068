using Handouts.Notebooks;
using Handouts.Rendering.Outputs;

namespace Handouts.Rendering.Cells;

/// <summary>Code and what it showed.</summary>
internal static class CodePanel
{
    /// <summary>Code of more lines than this may go over to the next page.</summary>
    private const int LongLines = 22;

    /// <summary>A code cell with its number in the gutter.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="outputs">Writes its outputs.</param>
    /// <param name="held">Whether what it showed waits for a guess.</param>
    public static string Render(PageCell cell, OutputHtml outputs, bool held)
    {
        var id = Html.Encode(cell.Cell.Id);
        return $"<div class=\"cell\" id=\"cell-{id}\">{Number(cell.Cell)}{Panel(cell.Code)}{Need(cell.Cell)}{outputs.Render(cell.Cell.Outputs, held)}</div>";
    }

    /// <summary>A page loads no package's scripts: what such a cell shows is a picture, or nothing.</summary>
    private static string Need(Cell cell) => cell.Course.Needs is { } need
        ? $"<p class=\"notice\">Runs where {Html.Encode(need)} is installed. {(cell.Outputs.Count > 0 ? "Here: what it showed, without scripts of others." : "Not run here.")}</p>"
        : "";

    /// <summary>Code that is only shown.</summary>
    public static string Snippet(string code) => $"<div class=\"block\">{Panel(code)}</div>";

    /// <summary>A drawing in characters.</summary>
    public static string Drawing(string text) => $"<div class=\"block drawing\"><div class=\"code\"><pre>{Html.Encode(text)}</pre></div></div>";

    private static string Panel(string code) =>
        $"""
        <div class="code{(code.AsSpan().Count('\n') < LongLines ? "" : " long")}"><pre><code>{code}</code></pre><button class="copy needs-js" type="button" aria-label="Copy this code">{Icons.Copy}<span class="word" aria-hidden="true"></span></button></div>
        """;

    private static string Number(Cell cell)
    {
        var inputs = cell.Course.Role == "parameters" || cell.Tags.Contains("parameters") ? " <span class=\"kind\">inputs</span>" : "";
        return cell.ExecutionCount is { } count
            ? $"<span class=\"side\"><a href=\"#cell-{Html.Encode(cell.Id)}\" aria-label=\"Link to cell {count}\">[{count}]</a>{inputs}</span>"
            : "";
    }
}

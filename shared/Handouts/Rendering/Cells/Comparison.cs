using System.Text;
using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>The same ideas in two worlds, row by row; on a phone each row is a card.</summary>
internal static class Comparison
{
    private const char Care = '⚠';
    private const char PictureVariant = '\ufe0f';

    /// <summary>Whether a table compares: it has a column for .NET, or a row that says to take care.</summary>
    public static bool Is(IElement table) =>
        table.QuerySelectorAll("thead th").Any(head => head.TextContent.Trim() == ".NET")
        || table.QuerySelectorAll("tbody td:first-child").Any(cell => cell.TextContent.TrimStart().StartsWith(Care));

    /// <summary>The table; its roles are said aloud, because a table that is laid out as cards loses them.</summary>
    public static string Table(IElement table)
    {
        var heads = table.QuerySelectorAll("thead th").Select(head => head.InnerHtml).ToList();
        var columns = string.Concat(heads.Select(head => $"<th role=\"columnheader\" scope=\"col\">{head}</th>"));
        var rows = string.Concat(table.QuerySelectorAll("tbody tr").Select(row => Row(row, heads)));
        return $"""
            <table class="compare" role="table"><thead role="rowgroup"><tr role="row">{columns}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>
            """;
    }

    private static string Row(IElement row, List<string> heads)
    {
        var cells = row.Children.ToList();
        var care = TakeMark(cells[0]);
        var flag = care ? $"<span class=\"flag\">{Icons.Care}Take care</span>" : "";
        var html = new StringBuilder($"<tr role=\"row\"{(care ? " class=\"care\"" : "")}>");
        html.Append($"<th role=\"rowheader\" scope=\"row\">{flag}{cells[0].InnerHtml}</th>");
        for (var i = 1; i < cells.Count; i++)
        {
            var label = Html.Encode(Html.Read(heads[i]).TextContent);
            html.Append($"<td role=\"cell\" data-label=\"{label}\"><span>{cells[i].InnerHtml}</span></td>");
        }

        return html.Append("</tr>").ToString();
    }

    private static bool TakeMark(IElement cell)
    {
        if (cell.FirstChild is not IText text || !text.Data.StartsWith(Care))
        {
            return false;
        }

        text.Data = text.Data.TrimStart(Care, PictureVariant, ' ');
        return true;
    }
}

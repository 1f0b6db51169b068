using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>A heading with the link to it in the gutter and, in print, its minutes.</summary>
internal static class HeadingHtml
{
    /// <summary>Writes it, and notes a section for the table of contents.</summary>
    public static string Render(Segment segment, PageCell cell, PageState page)
    {
        var heading = Note(segment, cell, page, isDeeper: false);
        return heading.Start + heading.Link + heading.End;
    }

    /// <summary>Writes one that folds what is below it. The link waits inside: in a summary nothing else may be pressed.</summary>
    public static string RenderSummary(Segment segment, PageCell cell, PageState page)
    {
        var heading = Note(segment, cell, page, isDeeper: true);
        return $"<summary>{heading.Start}{heading.End}</summary>{heading.Link}";
    }

    private static (string Start, string Link, string End) Note(Segment segment, PageCell cell, PageState page, bool isDeeper)
    {
        var heading = segment.Heading!;
        var name = heading.TextContent.Trim();
        var id = page.Ids.Next(name);
        var minutes = segment.Level == 2 && cell.Notes.Minutes > 0 ? cell.Notes.Minutes : null;
        if (segment.Level == 2)
        {
            page.Contents.Add(new ContentsEntry(id, name, minutes, isDeeper));
        }

        var side = minutes is null ? "" : $"<span class=\"side print-only\" aria-hidden=\"true\">{Html.Number(minutes.Value)} min</span>";
        var label = Html.Encode($"Link to this section: {name}");
        return (
            $"<{heading.LocalName} id=\"{id}\">",
            $"<a class=\"anchor\" href=\"#{id}\" aria-label=\"{label}\">#</a>",
            $"{heading.InnerHtml}{side}</{heading.LocalName}>");
    }
}

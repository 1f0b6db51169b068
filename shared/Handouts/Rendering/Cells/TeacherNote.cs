using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>A note that only the instructor's edition has.</summary>
internal static class TeacherNote
{
    /// <summary>Title, clock and duration in its first line, then the note.</summary>
    public static string Render(IReadOnlyList<IElement> content)
    {
        var lead = content.Count == 0 ? null : content[0];
        if (lead?.FirstChild is not IElement { LocalName: "strong" } title)
        {
            return Wrap("", Prose.Render(content));
        }

        var clock = lead.TextContent[title.TextContent.Length..].Trim(' ', '·');
        var line = $"<p class=\"lead\">{title.InnerHtml.TrimEnd('.')}<span>{Html.Encode(clock)}</span></p>";
        return Wrap(line, Prose.Render(content.Skip(1)));
    }

    private static string Wrap(string line, string note) =>
        $"<div class=\"teacher\" role=\"note\" aria-label=\"Teacher’s note\">{line}{note}</div>";
}

using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>A cell that only those unfold who want to know more.</summary>
internal static class Deeper
{
    /// <summary>The bold words that open it name it.</summary>
    public static string Render(IReadOnlyList<IElement> content)
    {
        var name = "Deeper";
        if (content[0].FirstChild is IElement { LocalName: "strong" } lead)
        {
            name = Html.Encode(lead.TextContent.TrimEnd('.', ':'));
            lead.Remove();
        }

        return $"<details class=\"deeper\"><summary>{name}</summary>{Prose.Render(content)}</details>";
    }
}

using System.Text;
using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>What to keep, numbered.</summary>
internal static class Takeaways
{
    /// <summary>The list; the link to the next notebook is dropped, the page has its own.</summary>
    public static string Render(IReadOnlyList<IElement> content)
    {
        var html = new StringBuilder();
        foreach (var element in content.Where(element => !IsNextLink(element)))
        {
            html.Append(element.LocalName is "ul" or "ol"
                ? $"<ol class=\"takeaways\">{element.InnerHtml}</ol>"
                : Prose.Render([element]));
        }

        return html.ToString();
    }

    private static bool IsNextLink(IElement element) =>
        element.LocalName == "p" && element.TextContent.TrimStart().StartsWith("Next:", StringComparison.Ordinal);
}

using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>Help that must be asked for.</summary>
internal static class Hints
{
    /// <summary>Folded on the screen; in print on the last page.</summary>
    public static string Render(IReadOnlyList<IElement> content, PageState page)
    {
        foreach (var details in content.Where(element => element.LocalName == "details"))
        {
            var summary = details.Children.FirstOrDefault(child => child.LocalName == "summary");
            var text = Html.Outer(details.Children.Where(child => child != summary));
            page.Answers.Append($"<dl><dt>{summary?.InnerHtml}</dt><dd>{text}</dd></dl>");
        }

        return Prose.Render(content);
    }
}

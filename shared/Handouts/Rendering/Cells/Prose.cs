using System.Text;
using AngleSharp.Dom;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>Text that is no component: paragraphs, lists, quotes, tables, code that is shown.</summary>
internal static class Prose
{
    /// <summary>The elements in order.</summary>
    public static string Render(IEnumerable<IElement> elements)
    {
        var html = new StringBuilder();
        var list = elements.ToList();
        for (var i = 0; i < list.Count; i++)
        {
            if (i + 1 < list.Count && Note(list[i + 1]) is { } note)
            {
                html.Append($"<div class=\"noted\">{Render(list[i])}{note}</div>");
                i++;
            }
            else
            {
                html.Append(Note(list[i]) ?? Render(list[i]));
            }
        }

        return html.ToString();
    }

    private static string Render(IElement element) => element.LocalName switch
    {
        "p" when Lead.Take(element, "Look") => Labelled("Look", element),
        "table" when Comparison.Is(element) => Comparison.Table(element),
        "table" => $"<div class=\"scrolls\"><table class=\"facts-table\">{element.InnerHtml}</table></div>",
        "details" => Details(element),
        _ => element.OuterHtml,
    };

    private static string Labelled(string label, IElement paragraph) =>
        $"<div class=\"block look\"><span class=\"side\"><b>{label}</b></span>{paragraph.OuterHtml}</div>";

    private static string Details(IElement details)
    {
        details.ClassName = "more";
        var summary = details.Children.FirstOrDefault(child => child.LocalName == "summary");
        var rest = Render(details.Children.Where(child => child != summary));
        return $"<details class=\"more\">{summary?.OuterHtml}{rest}</details>";
    }

    private static string? Note(IElement element)
    {
        if (element.LocalName != "blockquote" || !Lead.Take(element.FirstElementChild, "Note"))
        {
            return null;
        }

        var text = string.Join("<br>", element.Children.Select(child => child.InnerHtml));
        return $"<div class=\"note\" role=\"note\">{text}</div>";
    }
}

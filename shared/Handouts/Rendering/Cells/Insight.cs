using AngleSharp.Dom;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>Know why: the one sentence to keep.</summary>
internal static class Insight
{
    /// <summary>The first paragraph large, the others as prose.</summary>
    public static string Render(IReadOnlyList<IElement> content)
    {
        var sentence = content.FirstOrDefault(element => element.LocalName == "p");
        if (sentence is null)
        {
            return Prose.Render(content);
        }

        Lead.Take(sentence, "Know why");
        return $"<div class=\"why\"><span class=\"side\"><b>Know why</b></span>{sentence.OuterHtml}</div>"
            + Prose.Render(content.Where(element => element != sentence));
    }
}

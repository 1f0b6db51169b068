using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>The head of the page.</summary>
internal static class Title
{
    /// <summary>Facts, number, heading, and the paragraph that opens it.</summary>
    public static string Render(NotebookFacts facts)
    {
        var items = string.Concat(facts.Facts.Select(fact => $"<li>{Html.Encode(fact)}</li>"));
        var number = facts.Number.Length == 0 ? "" : $"<span class=\"numeral\">{facts.Number}</span> ";
        var deck = facts.Deck.Length == 0 ? "" : $"<p class=\"deck\">{facts.Deck}</p>";
        var list = items.Length == 0 ? "" : $"<ul class=\"facts\">{items}</ul>";
        return $"{list}<h1>{number}{Html.Encode(facts.Title)}</h1>{deck}";
    }

    /// <summary>What one can do afterwards.</summary>
    public static string Objectives(IReadOnlyList<IElement> content)
    {
        foreach (var element in content)
        {
            element.ClassName = element.LocalName is "ul" or "ol" ? "able" : "able-h";
        }

        return Html.Outer(content);
    }
}

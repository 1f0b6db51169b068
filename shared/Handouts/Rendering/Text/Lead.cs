using AngleSharp.Dom;

namespace Handouts.Rendering.Text;

/// <summary>
/// The bold word that opens a paragraph and says what it is: <c>**Know why.** A permit …</c>. In a notebook it
/// is read; in a handout its place is the gutter, or a mark.
/// </summary>
internal static class Lead
{
    /// <summary>Whether the element begins with that word in bold, with or without a full stop.</summary>
    public static bool Is(INode? element, string word) =>
        Of(element) is { } lead && lead.TextContent.Trim().TrimEnd('.', ':') == word;

    /// <summary>Takes the word away, if it is there, and says whether it was.</summary>
    public static bool Take(IElement? element, string word)
    {
        if (element is null || !Is(element, word))
        {
            return false;
        }

        var lead = Of(element)!;
        if (lead.NextSibling is IText rest)
        {
            rest.Data = rest.Data.TrimStart();
        }

        lead.Remove();
        return true;
    }

    private static IElement? Of(INode? element) =>
        element?.FirstChild is IElement { LocalName: "strong" } lead ? lead : null;
}

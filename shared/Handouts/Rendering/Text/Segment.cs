using AngleSharp.Dom;

namespace Handouts.Rendering.Text;

/// <summary>A heading, if there is one, and what stands below it up to the next.</summary>
/// <param name="Heading">The heading, level 2 or deeper; null for what stands before the first.</param>
/// <param name="Content">The elements below it.</param>
internal sealed record Segment(IElement? Heading, IReadOnlyList<IElement> Content)
{
    /// <summary>2 for a section, 3 for a part of one; 0 without a heading.</summary>
    public int Level => Heading is null ? 0 : Heading.LocalName[1] - '0';

    /// <summary>Cuts a cell's text before each of its headings.</summary>
    public static IReadOnlyList<Segment> Split(IElement text)
    {
        var segments = new List<Segment>();
        IElement? heading = null;
        var content = new List<IElement>();
        foreach (var element in text.Children)
        {
            if (element.LocalName is "h2" or "h3" or "h4")
            {
                Close();
                (heading, content) = (element, []);
            }
            else
            {
                content.Add(element);
            }
        }

        Close();
        return segments;

        void Close()
        {
            if (heading is not null || content.Count > 0)
            {
                segments.Add(new Segment(heading, content));
            }
        }
    }
}

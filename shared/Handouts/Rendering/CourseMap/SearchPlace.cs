using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Handouts.Notebooks;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.CourseMap;

/// <summary>A place that a search can lead to: a heading and what stands below it.</summary>
/// <param name="Anchor">The heading's id on the page; empty for what stands before the first.</param>
/// <param name="Heading">The heading; empty for what stands before the first.</param>
/// <param name="Text">Prose and code on one line.</param>
internal sealed partial record SearchPlace(string Anchor, string Heading, string Text)
{
    /// <summary>The places of a notebook in order, with the anchors that its page gives them.</summary>
    public static IReadOnlyList<SearchPlace> In(Notebook notebook, Edition edition)
    {
        var reader = new Reader();
        foreach (var cell in notebook.Cells.Where(cell => CellNotes.IsShown(cell, edition)))
        {
            reader.Add(cell);
        }

        return reader.Places;
    }

    /// <summary>Goes through the cells and begins a place at each heading.</summary>
    private sealed class Reader
    {
        private readonly HeadingIds _ids = new();
        private readonly List<(string Anchor, string Heading, StringBuilder Text)> _places = [("", "", new StringBuilder())];

        public IReadOnlyList<SearchPlace> Places =>
            [.. _places.Select(place => new SearchPlace(place.Anchor, place.Heading, OneLine(place.Text.ToString())))];

        public void Add(Cell cell)
        {
            if (cell.Kind == CellKind.Code)
            {
                Append(cell.Source);
                return;
            }

            foreach (var segment in Segment.Split(MarkdownReader.Read(cell.Source)))
            {
                Begin(segment.Heading);
                segment.Content.Where(element => element.LocalName != "h1").ToList().ForEach(element => Append(Words(element, cell.Course.Role)));
            }
        }

        private void Begin(IElement? heading)
        {
            if (heading?.TextContent.Trim() is { } name)
            {
                _places.Add((_ids.Next(name), name, new StringBuilder()));
            }
        }

        private void Append(string text) => _places[^1].Text.Append(text).Append(' ');

        /// <summary>What a reader has to ask for is not given away by a search: of hints and answers only their names.</summary>
        private static string Words(IElement element, string role)
        {
            if (role is "quiz" or "hint" && element.LocalName == "details")
            {
                return element.QuerySelector("summary")?.TextContent ?? "";
            }

            // Between blocks there is no letter: without a space the last word of one would grow into the next.
            return string.Join(' ', element.Descendants<IText>().GroupBy(Block).Select(texts => string.Concat(texts.Select(text => text.Data))));
        }

        private static INode? Block(IText text) => text.ParentElement?.Closest("p, li, td, th, pre, summary, blockquote");
    }

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

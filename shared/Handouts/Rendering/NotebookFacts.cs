using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Handouts.Notebooks;
using Handouts.Rendering.Text;

namespace Handouts.Rendering;

/// <summary>What a notebook says of itself in its title cell.</summary>
/// <param name="Name">Its file name without extension: "08-semaphore".</param>
/// <param name="Number">"08", or empty.</param>
/// <param name="Title">The heading without the number.</param>
/// <param name="Facts">The line below it: part, minutes, what it mirrors.</param>
/// <param name="Deck">The paragraph that opens it, as markup.</param>
/// <param name="Summary">What one can do afterwards, as text.</param>
/// <param name="Minutes">How long it takes, or null if it does not say.</param>
internal sealed partial record NotebookFacts(
    string Name, string Number, string Title, IReadOnlyList<string> Facts, string Deck, string Summary, int? Minutes)
{
    /// <summary>The title up to its colon: "Semaphore".</summary>
    public string ShortTitle => Title.Split(':')[0];

    /// <summary>The part of the course: "Part two: tools for scale"; empty if it belongs to none.</summary>
    public string Part => Facts.FirstOrDefault(fact => fact.StartsWith("Part ", StringComparison.Ordinal)) ?? "";

    /// <summary>Reads the title cell; a notebook without one is known by its file name.</summary>
    public static NotebookFacts Of(Notebook notebook)
    {
        var cell = notebook.Cells.FirstOrDefault(cell => cell.Course.Role == "title");
        var text = MarkdownReader.Read(cell?.Source ?? "");
        var (number, title) = Numbered(text.QuerySelector("h1")?.TextContent.Trim() ?? notebook.Name);
        var paragraphs = text.QuerySelectorAll("p").ToList();
        var line = paragraphs.FirstOrDefault(IsFactsLine);
        var deck = paragraphs.FirstOrDefault(paragraph => paragraph != line);
        IReadOnlyList<string> facts = line is null ? [] : line.TextContent.Split('·', StringSplitOptions.TrimEntries);
        return new NotebookFacts(
            notebook.Name,
            number,
            title,
            facts,
            deck?.InnerHtml ?? "",
            (cell is null ? null : CellNotes.Of(cell).Summary) ?? deck?.TextContent ?? "",
            facts.Select(MinutesIn).FirstOrDefault(minutes => minutes is not null));
    }

    private static (string Number, string Title) Numbered(string heading) =>
        Heading().Match(heading) is { Success: true } match
            ? (match.Groups["number"].Value, match.Groups["title"].Value)
            : ("", heading);

    private static bool IsFactsLine(IElement paragraph) =>
        paragraph.ChildElementCount == 1
        && paragraph.FirstElementChild!.LocalName == "em"
        && paragraph.FirstElementChild.TextContent.Trim() == paragraph.TextContent.Trim();

    private static int? MinutesIn(string fact) =>
        MinutesFact().Match(fact) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<number>\d+)\s+(?<title>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\d+) min")]
    private static partial Regex MinutesFact();
}

using System.Text;
using AngleSharp.Dom;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>A question to answer before one looks.</summary>
internal static class Prediction
{
    /// <summary>The question with its choices.</summary>
    /// <param name="content">A question and a list.</param>
    /// <param name="notes">Which choice is right, and why.</param>
    /// <param name="id">The name of the question on the page.</param>
    /// <param name="run">What the button says: "Run cell 3".</param>
    public static string Render(IReadOnlyList<IElement> content, CellNotes notes, string id, string run)
    {
        var list = content.FirstOrDefault(element => element.LocalName is "ul" or "ol");
        var question = content.FirstOrDefault(element => element.LocalName == "p" && element != list);
        Lead.Take(question, "Predict");
        var answer = notes.Answer is { } number ? $" data-answer=\"{number}\"" : "";
        return $"""
            {Prose.Render(content.Where(element => element != list && element != question))}<form class="question" id="{id}"{answer}><fieldset class="ask"><legend><span class="side"><b>Predict</b></span>{question?.InnerHtml}</legend><div class="chips">{Chips(list, id, notes.Marks)}</div><div class="go needs-js"><button class="btn" type="button">{run}</button><button class="link" type="button">Show it without a guess</button><span class="verdict" role="status"></span></div>{Because(notes)}</fieldset></form>
            """;
    }

    private static string Chips(IElement? list, string id, IReadOnlyList<string> marks)
    {
        var html = new StringBuilder();
        var number = 0;
        foreach (var choice in list?.Children ?? Enumerable.Empty<IElement>())
        {
            var mark = marks.ElementAtOrDefault(number) is { Length: > 0 } text ? $" data-mark=\"{Html.Encode(text)}\"" : "";
            html.Append($"<label class=\"chip\"><input type=\"radio\" name=\"{id}\" value=\"{++number}\"{mark}> <span>{choice.InnerHtml}</span></label>");
        }

        return html.ToString();
    }

    private static string Because(CellNotes notes) => notes.Because is null
        ? ""
        : $"<span class=\"because\" hidden>{MarkdownReader.Read(notes.Because).FirstElementChild?.InnerHtml}</span>";
}

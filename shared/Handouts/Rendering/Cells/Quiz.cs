using System.Text;
using AngleSharp.Dom;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>A question whose choices open: choosing is opening, without a script.</summary>
internal static class Quiz
{
    /// <summary>The question with its choices; the answers go to the last page of a print.</summary>
    public static string Render(IReadOnlyList<IElement> content, PageState page)
    {
        var name = page.NextQuestion("quiz");
        var question = Prose.Render(content.Where(element => element.LocalName != "details"));
        var html = new StringBuilder();
        var answers = new StringBuilder();
        var letter = 'A';
        foreach (var details in content.Where(element => element.LocalName == "details"))
        {
            var choice = Choice.Read(details, letter++);
            html.Append(choice.Render(name));
            answers.Append(choice.Answer());
        }

        page.Answers.Append($"{question}<dl>{answers}</dl>");
        return $"{question}<div class=\"quiz\">{html}</div>";
    }

    private sealed record Choice(char Letter, string Text, string Why, bool IsRight)
    {
        public static Choice Read(IElement details, char letter)
        {
            var summary = details.Children.FirstOrDefault(child => child.LocalName == "summary");
            var why = details.Children.Where(child => child != summary).ToList();
            var right = Lead.Take(why.FirstOrDefault(), "Right");
            Lead.Take(why.FirstOrDefault(), "Not this one");
            return new Choice(letter, summary?.InnerHtml.Trim() ?? "", Prose.Render(why), right);
        }

        public string Render(string name) =>
            $"""
            <details class="choice{(IsRight ? " right" : "")}" name="{name}"><summary><span class="let">{Letter}</span><span>{Text}</span><span class="mark">{(IsRight ? "✓ Right" : "✗ Not this one")}</span></summary>{Why}</details>
            """;

        public string Answer() => $"<dt>{Letter}. {Text}: {(IsRight ? "right" : "not this one")}</dt><dd>{Why}</dd>";
    }
}

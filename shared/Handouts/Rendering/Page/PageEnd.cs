using Handouts.Rendering.Cells;

namespace Handouts.Rendering.Page;

/// <summary>What follows a notebook's last cell.</summary>
internal static class PageEnd
{
    /// <summary>The done mark, the neighbours, the foot, and in print the answers.</summary>
    public static string Render(PageState page, IReadOnlyList<NotebookFacts> course) =>
        (IsOfCourse(page.Facts, course) ? Done(page.Facts) + Neighbours(page, course) : "") + Foot(page.Facts) + Answers(page);

    /// <summary>A page beside the course is not worked through, and has no neighbours.</summary>
    private static bool IsOfCourse(NotebookFacts facts, IReadOnlyList<NotebookFacts> course) => course.Any(other => other.Name == facts.Name);

    private static string Done(NotebookFacts facts) =>
        $"""<p class="doneline needs-js"><label><input type="checkbox" id="done" value="{Html.Encode(facts.Name)}"> I am done with this notebook</label></p>""";

    private static string Neighbours(PageState page, IReadOnlyList<NotebookFacts> course)
    {
        var at = course.ToList().FindIndex(other => other.Name == page.Facts.Name);
        var previous = at > 0 ? Link(course[at - 1], page.Edition, "prev", "Previous") : "<span></span>";
        var next = at >= 0 && at + 1 < course.Count ? Link(course[at + 1], page.Edition, "next", "Next") : "";
        return $"""<nav class="step-nav" aria-label="Previous and next notebook">{previous}{next}</nav>""";
    }

    private static string Link(NotebookFacts other, Edition edition, string kind, string word) =>
        $"""<a rel="{kind}" class="{kind}" href="{Html.Encode(HandoutNames.Of(other.Name, edition))}"><small>{word} · {other.Number}</small>{Html.Encode(other.Title)}</a>""";

    private static string Foot(NotebookFacts facts) =>
        $"""<footer class="foot"><p>{CourseName.Text}, handout of {(facts.Number.Length > 0 ? $"notebook {facts.Number}" : Html.Encode(facts.ShortTitle))}. Every number and every chart on this page comes from a run of the cells shown.</p></footer>""";

    private static string Answers(PageState page) => page.Answers.Length == 0
        ? ""
        : $"""<section class="print-only answers"><h2 id="answers">Answers</h2>{page.Answers}</section>""";
}

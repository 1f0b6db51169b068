using Handouts.Notebooks;
using Handouts.Rendering.Cells;
using Handouts.Rendering.Colouring;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Page;

/// <summary>A notebook's page.</summary>
internal static class HandoutPage
{
    /// <summary>Renders it.</summary>
    /// <param name="notebook">The notebook with its outputs.</param>
    /// <param name="course">All notebooks of the course in order, for previous and next.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="stop">Stops the colouring of the code.</param>
    public static PageParts Render(
        Notebook notebook, IReadOnlyList<NotebookFacts> course, Edition edition, CancellationToken stop)
    {
        var facts = NotebookFacts.Of(notebook);
        var colours = new CodeColours(notebook);
        var solutions = Solutions.Read(notebook, edition, colours, stop);
        var page = new PageState(edition, facts, solutions.Find);
        var cells = PageCell.Read(notebook, edition, colours, stop);
        var main = PageBody.Render(cells, page) + PageEnd.Render(page, course);
        return new PageParts
        {
            Title = $"{CourseName.Text} · {$"{facts.Number} {facts.ShortTitle}".Trim()}",
            Description = facts.Summary,
            Body = $"""{Bar(facts, edition)}<div class="page">{Contents(page)}<main id="main">{Finish(main, edition)}</main></div>""",
            Styles = [Resources.Style([.. StyleNames]), .. page.Assets.Styles],
            Scripts = [Resources.Script("theme"), Resources.Script("page"), .. page.Assets.Scripts],
        };
    }

    /// <summary>The order is the order of the cascade.</summary>
    internal static IReadOnlyList<string> StyleNames { get; } =
        ["palette-and-type", "page", "cells", "questions", "components", "contents", "widths", "print"];

    private static string Contents(PageState page) =>
        TableOfContents.Render(page.Contents, hasGuesses: page.HasGuesses);

    /// <summary>What can only be done when the whole page is there.</summary>
    private static string Finish(string main, Edition edition)
    {
        var body = Html.Read(main);
        LinkRewriter.Rewrite(body, edition);
        Spacing.Apply(body);
        return body.InnerHtml;
    }

    private static string Bar(NotebookFacts facts, Edition edition)
    {
        var index = HandoutNames.Index(edition);
        var note = edition == Edition.Instructor
            ? """<aside class="edition" aria-label="Edition">Instructor’s edition: teacher’s notes and solutions are shown</aside>"""
            : "";
        return $"""
            <header class="bar"><a class="brand" href="{index}" aria-label="{CourseName.Text}, all notebooks">{Icons.Mark}<span class="word">{CourseName.Text}</span></a><span class="where">{facts.Number} {Html.Encode(facts.ShortTitle)}</span><button class="tool toc-button push" type="button" popovertarget="toc"><span id="now">Contents</span> {Icons.Down}</button><span class="pushd"></span><a class="tool all" href="{index}">All notebooks</a>{PageShell.ThemeButton}</header>{note}
            """;
    }
}

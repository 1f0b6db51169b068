using Handouts.Notebooks;
using Handouts.Rendering.Cells;
using Handouts.Rendering.Page;

namespace Handouts.Rendering.CourseMap;

/// <summary>The map of the course: what there is, how long it takes, what one can do afterwards.</summary>
internal static class IndexPage
{
    private const string Deck =
        "A course in C# notebooks. You guess, you run, you look at the chart, and you know why. Each entry says what you can do afterwards.";

    /// <summary>The whole page.</summary>
    public static PageParts Render(IReadOnlyList<Notebook> course, IReadOnlyList<NotebookFacts> extras, Edition edition)
    {
        var entries = course.Select(notebook => new IndexEntry(NotebookFacts.Of(notebook), MiniRun.Render(notebook))).ToList();
        return new PageParts
        {
            Title = CourseName.Text,
            Description = Deck,
            Body = Body(entries, extras, edition) + $"""<script type="application/json" id="search-data">{SearchIndex.Of(course, edition)}</script>""",
            Styles = [Resources.Style([.. HandoutPage.StyleNames, "index"])],
            Scripts = [Resources.Script("theme"), Resources.Script("index"), Resources.Script("search")],
        };
    }

    private static string Body(List<IndexEntry> entries, IReadOnlyList<NotebookFacts> extras, Edition edition)
    {
        var minutes = entries.Sum(entry => entry.Facts.Minutes ?? 0);
        var parts = string.Concat(IndexPart.Of(entries).Select(part => part.Render(edition)));
        return $"""
            <header class="bar"><a class="brand" href="{HandoutNames.Index(edition)}" aria-current="page">{Icons.Mark}{CourseName.Text}</a><span class="push"></span>{PageShell.ThemeButton}</header>
            <div class="index"><main id="main"><header class="hero"><h1>{CourseName.Text}</h1><p class="deck">{Deck}</p>{SearchBox.Field}
            <p class="state" id="state" role="status">{Count(entries.Count)}, {Duration.Words(minutes)}, in pieces of ten</p>{SearchBox.Count}{Key(entries)}</header>{SearchBox.Hits}
            <div class="parts">{parts}</div>
            <footer class="foot">{Links(extras, edition)}<p>Everything on these pages is in the pages: they work from a folder, without a network, and with scripts switched off.</p></footer></main></div>
            """;
    }

    private static string Links(IReadOnlyList<NotebookFacts> extras, Edition edition) => string.Concat(extras.Select(extra =>
        $"<p>Beside the course: <a href=\"{Html.Encode(HandoutNames.Of(extra.Name, edition))}\">{Html.Encode(extra.Title)}</a>. {Html.Encode(extra.Summary)}</p>"));

    private static string Count(int notebooks) => notebooks == 1 ? "1 notebook" : $"{notebooks} notebooks";

    private static string Key(List<IndexEntry> entries) => !entries.Exists(entry => entry.HasPicture)
        ? ""
        : """
            <ul class="legend key"><li>The small charts are real runs:</li><li><svg class="mini-key" aria-hidden="true"><rect class="r" width="24" height="8" y="2" rx="1.5"/></svg>working</li><li><svg class="mini-key" aria-hidden="true"><line class="w" x1="0" x2="24" y1="6" y2="6"/></svg>waiting</li><li><svg class="mini-key" aria-hidden="true"><rect class="x" x="1" y="2" width="22" height="8" rx="1.5"/></svg>cancelled or timed out</li><li><svg class="mini-key" aria-hidden="true"><rect class="f" width="24" height="8" y="2" rx="1.5"/></svg>failed</li></ul>
            """;
}

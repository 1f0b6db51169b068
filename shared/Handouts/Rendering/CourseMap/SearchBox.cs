using Handouts.Rendering.Cells;

namespace Handouts.Rendering.CourseMap;

/// <summary>The field to search the course from, and the place for what was found; there only where scripts run.</summary>
internal static class SearchBox
{
    /// <summary>The field; its hint is what a keyboard reaches it by.</summary>
    public const string Field =
        $"""<search class="find needs-js"><label class="sr" for="q">Search all notebooks</label>{Icons.Find}<input id="q" type="search" placeholder="Search all notebooks" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></search>""";

    /// <summary>How much was found, said aloud as it changes.</summary>
    public const string Count = """<p class="found" id="found" role="status"></p>""";

    /// <summary>The list of what was found.</summary>
    public const string Hits = """<ol class="hits" id="hits" aria-label="Places found" hidden></ol>""";
}

using System.Text;
using Handouts.Rendering.Cells;

namespace Handouts.Rendering.Page;

/// <summary>
/// The contents as a Gantt chart of the notebook: each section a lane, its minutes a bar that begins where the
/// last one ends.
/// </summary>
internal static class TableOfContents
{
    /// <summary>The list, with a button that shows all results if something waits for a guess.</summary>
    public static string Render(IReadOnlyList<ContentsEntry> sections, bool hasGuesses)
    {
        var total = sections.Sum(section => section.Minutes ?? 0);
        var before = 0.0;
        var items = new StringBuilder();
        foreach (var section in sections)
        {
            items.Append(Item(section, before, total));
            before += section.Minutes ?? 0;
        }

        var unit = total > 0 ? "<span>min</span>" : "";
        var all = hasGuesses
            ? """<div class="extra needs-js"><button class="link" type="button" id="show-all">Show all results</button></div>"""
            : "";
        return $"""<nav class="toc" id="toc" popover aria-labelledby="toc-h"><h2 id="toc-h">On this page {unit}</h2><ol>{items}</ol>{all}</nav>""";
    }

    private static string Item(ContentsEntry section, double before, double total)
    {
        var minutes = section.Minutes is { } value
            ? $"<span class=\"min\" aria-label=\"{Html.Number(value)} minutes\">{Html.Number(value)}</span>"
            : "<span></span>";
        var kind = section.IsDeeper ? " class=\"deep\"" : "";
        var name = Html.Encode(section.Name) + (section.IsDeeper ? "<span class=\"sr\">, deeper</span>" : "");
        return $"<li{kind}><a href=\"#{section.Id}\"><span class=\"name\">{name}</span>{minutes}{Lane(section, before, total)}</a></li>";
    }

    private static string Lane(ContentsEntry section, double before, double total)
    {
        var bar = total > 0 && section.Minutes is { } minutes
            ? $"""<rect class="bar-" x="{Html.Percent(before / total)}" width="{Html.Percent(minutes / total)}" height="4" rx="1.5"/>"""
            : "";
        return $"""<svg class="lane" aria-hidden="true" preserveAspectRatio="none"><rect class="track" y="1.5" width="100%" height="1"/>{bar}</svg>""";
    }
}

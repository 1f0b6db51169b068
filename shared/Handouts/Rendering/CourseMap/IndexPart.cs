namespace Handouts.Rendering.CourseMap;

/// <summary>A part of the course on the map: neighbours that name the same one.</summary>
/// <param name="Name">"Part two: tools for scale"; empty for notebooks that belong to none.</param>
/// <param name="Entries">Its notebooks in order.</param>
internal sealed record IndexPart(string Name, IReadOnlyList<IndexEntry> Entries)
{
    /// <summary>Groups a course into its parts, in order.</summary>
    public static IReadOnlyList<IndexPart> Of(IReadOnlyList<IndexEntry> entries)
    {
        var parts = new List<IndexPart>();
        foreach (var entry in entries)
        {
            if (parts.Count > 0 && parts[^1].Name == entry.Facts.Part)
            {
                parts[^1] = parts[^1] with { Entries = [.. parts[^1].Entries, entry] };
            }
            else
            {
                parts.Add(new IndexPart(entry.Facts.Part, [entry]));
            }
        }

        return parts;
    }

    /// <summary>A heading and the list.</summary>
    public string Render(Edition edition)
    {
        var minutes = Entries.Sum(entry => entry.Facts.Minutes ?? 0);
        var words = Name.Split(':', 2, StringSplitOptions.TrimEntries);
        var title = words.Length == 2 ? char.ToUpperInvariant(words[1][0]) + words[1][1..] : Name;
        var small = words.Length == 2 ? words[0] + " · " : "";
        var id = "part-" + Entries[0].Facts.Name;
        var heading = Name.Length == 0
            ? $"<h2 id=\"{id}\" class=\"sr\">Notebooks</h2>"
            : $"<h2 id=\"{id}\"><small>{Html.Encode(small)}{Entries.Count} {(Entries.Count == 1 ? "notebook" : "notebooks")} · {Duration.Short(minutes)}</small>{Html.Encode(title)}</h2>";
        var list = string.Concat(Entries.Select(entry => entry.Render(edition)));
        return $"<section class=\"part\" aria-labelledby=\"{id}\">{heading}<ol class=\"map\">{list}</ol></section>";
    }
}

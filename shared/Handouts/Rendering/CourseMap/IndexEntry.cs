namespace Handouts.Rendering.CourseMap;

/// <summary>A notebook on the map.</summary>
/// <param name="Facts">What it says of itself.</param>
/// <param name="Picture">Its first run, or an empty place.</param>
internal sealed record IndexEntry(NotebookFacts Facts, string Picture)
{
    /// <summary>Whether it shows a run.</summary>
    public bool HasPicture => Picture.Contains("<svg", StringComparison.Ordinal);

    /// <summary>Its line.</summary>
    public string Render(Edition edition)
    {
        var number = Html.Encode(Facts.Number);
        var minutes = Facts.Minutes is { } value ? $"{value}\u00a0min" : "";
        return $"""
            <li data-name="{Html.Encode(Facts.Name)}" data-min="{Facts.Minutes ?? 0}"><span class="no" aria-hidden="true">{number}</span><div><h3><a href="{Html.Encode(HandoutNames.Of(Facts.Name, edition))}"><span class="sr">{number} </span>{Html.Encode(Facts.Title)}</a></h3><p>{Html.Encode(Facts.Summary)}</p></div>{Picture}<span class="min">{minutes}<span class="tick">✓ done</span></span></li>
            """;
    }
}

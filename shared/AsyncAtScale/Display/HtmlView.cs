namespace AsyncAtScale.Display;

/// <summary>
/// Something a cell shows. Every notebook engine finds the two forms by convention, so that the
/// helpers need no reference to any of them: the HTML by <see cref="ToHtml"/> or by the formatter
/// source named below, the plain text by <see cref="ToString"/>.
/// </summary>
[TypeFormatterSource(typeof(HtmlViewFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract class HtmlView
{
    /// <summary>
    /// One self-contained fragment: nothing is fetched, no fixed ids, styles scoped to the fragment,
    /// readable in light and dark.
    /// </summary>
    public abstract string ToHtml();

    /// <summary>The same for a terminal, a log or a screen reader.</summary>
    public abstract override string ToString();
}

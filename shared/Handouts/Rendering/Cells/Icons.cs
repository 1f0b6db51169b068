namespace Handouts.Rendering.Cells;

/// <summary>The few drawings of the page; they take the colour of the text around them.</summary>
internal static class Icons
{
    /// <summary>Two sheets: copy.</summary>
    public const string Copy =
        """
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><rect x="5.5" y="5.5" width="8" height="8" rx="1.6"/><path d="M10.5 3.2v-.1A1.6 1.6 0 0 0 8.9 1.5H3.1a1.6 1.6 0 0 0-1.6 1.6v5.8a1.6 1.6 0 0 0 1.6 1.6h.1"/></svg>
        """;

    /// <summary>A triangle: take care.</summary>
    public const string Care =
        """
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.6 15 14H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 6v4M8 11.4v1.2" stroke="currentColor" stroke-width="1.6"/></svg>
        """;

    /// <summary>Three bars: the course.</summary>
    public const string Mark =
        """
        <svg viewBox="0 0 22 22" aria-hidden="true"><rect width="22" height="22" rx="5" fill="var(--accent)"/><path d="M4.5 6.5h6M8 11h6.5M11.5 15.5h6" stroke="var(--on-accent)" stroke-width="2.4" stroke-linecap="round"/></svg>
        """;

    /// <summary>A disc, half filled: light or dark.</summary>
    public const string Theme =
        """
        <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/></svg>
        """;

    /// <summary>An angle: there is more below.</summary>
    public const string Down =
        """
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M4 6.5 8 10.5 12 6.5"/></svg>
        """;

    /// <summary>A lens: search.</summary>
    public const string Find =
        """
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="7" cy="7" r="5"/><path d="m11 11 3.6 3.6"/></svg>
        """;
}

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The patterns that tell lost work apart without colour. Their ids carry the prefix of the fragment; if a page
/// shows the same output twice, the two definitions are the same and either will do.
/// </summary>
internal static class Hatching
{
    public static Markup Fill(string prefix, SpanLook look) => SpanLooks.IsHatched(look)
        ? Markup.Of($" fill=\"url(#{prefix}-{SpanLooks.ClassOf(look)})\"")
        : Markup.Empty;

    public static Markup Definitions(string prefix, IEnumerable<SpanLook> looks) =>
        Markup.Join(looks.Where(SpanLooks.IsHatched).Select(look => Pattern(prefix, look)));

    private static Markup Pattern(string prefix, SpanLook look)
    {
        var name = SpanLooks.ClassOf(look);
        var (angle, line, width) = look switch
        {
            SpanLook.Cancelled => (45, "M0 0V7", 1.7),
            SpanLook.Late => (-45, "M0 0V7", 1.7),
            SpanLook.Failed => (0, "M1.5 1.5h.01M5 5h.01", 2.1),
            SpanLook.Block => (0, "M0 0V7", 2.6),
            _ => (45, "M0 0V7M0 3.5H7", 0.9),
        };
        return Markup.Of($"""<pattern id="{prefix}-{name}" class="pt {name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate({angle})"><rect width="7" height="7"/><path d="{line}" stroke-width="{width}"/></pattern>""");
    }
}

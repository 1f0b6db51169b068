namespace AsyncAtScale.Charts.Drawing;

/// <summary>Draws marks: a disc of radius 7 with a sign, centred on the point where they stand.</summary>
internal static class Glyphs
{
    /// <summary>The class of all marks that were delivered.</summary>
    public const string Hollow = "ho";

    public static Markup Of(EndMark mark) => mark.Kind switch
    {
        MarkKind.Finished => Markup.Of($"""<circle class="mk fin" r="4.2"/>"""),
        MarkKind.GoesOn => Markup.Of($"""<path class="mk pass" d="M-3.5-5 4.5 0-3.5 5Z"/>"""),
        MarkKind.Stuck => Markup.Of($"""<g class="mk m-stuck"><rect class="pill" x="-11" y="-7.5" width="22" height="15" rx="7.5"/>{Sign(mark.Kind)}</g>"""),
        _ => Disc(mark),
    };

    public static string LegendOf(MarkKind kind) => kind switch
    {
        MarkKind.Finished => "finished",
        MarkKind.Wins => "winner",
        MarkKind.GoesOn => "goes on",
        MarkKind.Cancelled => "cancelled",
        MarkKind.TimedOut => "timed out",
        MarkKind.Failed => "failed",
        _ => "never ends",
    };

    /// <summary>The class that the style sheet knows.</summary>
    public static string ClassOf(MarkKind kind) => kind switch
    {
        MarkKind.Finished => "fin",
        MarkKind.GoesOn => "pass",
        MarkKind.Cancelled => "m-canc",
        MarkKind.TimedOut => "m-late",
        MarkKind.Wins => "m-win",
        MarkKind.Failed => "m-fail",
        _ => "m-stuck",
    };

    private static Markup Disc(EndMark mark)
    {
        var radius = mark.IsHollow ? 6.2 : 7;
        return Markup.Of($"""<g class="mk {ClassOf(mark.Kind)}{(mark.IsHollow ? " " + Hollow : "")}"><circle r="{radius}"/>{Sign(mark.Kind)}</g>""");
    }

    private static Markup Sign(MarkKind kind) => kind switch
    {
        MarkKind.Cancelled => Markup.Of($"""<path d="M-3-3 3 3M3-3-3 3"/>"""),
        MarkKind.TimedOut => Markup.Of($"""<path d="M0-3.8V0L2.6 1.8"/>"""),
        MarkKind.Failed => Markup.Of($"""<path d="M0-3.6V.8M0 3.4V3.5"/>"""),
        MarkKind.Wins => Markup.Of($"""<path class="f" d="M-4 2.8-4.6-2.2-1.8-.2 0-3.8 1.8-.2 4.6-2.2 4 2.8Z"/>"""),
        _ => Markup.Of($"""<path d="M0 0C-2-3.8-7-3.8-7 0S-2 3.8 0 0 7-3.8 7 0 2 3.8 0 0Z"/>"""),
    };
}

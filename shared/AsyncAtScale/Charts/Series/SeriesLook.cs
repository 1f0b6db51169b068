using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>How the series of a chart are told apart: a colour, a dash and a mark each, bars by how that which they count came out.</summary>
internal static class SeriesLook
{
    /// <summary>Shapes that stay apart at eight pixels: disc, square, triangle, diamond, cross, plus.</summary>
    private static readonly string[] Marks =
    [
        "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", "M-3.6-3.6H3.6V3.6H-3.6Z", "M0-4.6L4.6 3.4H-4.6Z", "M0-5L5 0L0 5L-5 0Z",
        "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5", "M-4.5 0H4.5M0-4.5V4.5",
    ];

    /// <summary>The class that the style sheet knows.</summary>
    public static string ClassOf(int index) => $"s{index}";

    public static Markup Mark(int index) => Markup.Of($"""<path class="mk {ClassOf(index)}" d="{Marks[index]}"/>""");

    /// <summary>A short stroke with its mark, as it stands beside a name.</summary>
    public static Markup Stroke(int index) =>
        Markup.Of($"""<path class="sl {ClassOf(index)}" d="M0 0H22"/><svg class="at" x="11">{Mark(index)}</svg>""");

    public static SpanLook LookOf(Series bars) => bars.Ending switch
    {
        Ending.Cancelled => SpanLook.Cancelled,
        Ending.TimedOut => SpanLook.Late,
        Ending.Failed => SpanLook.Failed,
        Ending.Stuck => SpanLook.Stuck,
        Ending.Abandoned => SpanLook.Wait,
        _ => SpanLook.Run,
    };
}

using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Draws one span: its body and its letters.</summary>
internal sealed class BarPainter(ChartRun run, TimeAxis axis, ChartFrame frame, string prefix)
{
    private readonly BarText _text = new(run, axis, frame);

    /// <summary>Where a bar ends: at "never" if it is stuck, at the end of the run if nobody waited for it.</summary>
    public static TimeSpan? EndOf(ChartRun run, Span span) =>
        span.End ?? (span.Ending == Ending.Stuck ? null : run.End);

    public Markup Draw(ChartRow row, int index, bool hasOutcomeWord)
    {
        var span = row.Spans[index];
        var look = SpanLooks.Of(span);
        var hasLength = !run.HasNoLength(span);
        var fade = look == SpanLook.Stuck ? Markup.Of($" mask=\"url(#{prefix}-f)\"") : Markup.Empty;
        var end = span.End is { } known ? Words.Exact(known) : "";
        return Markup.Of($"""<g class="b {SpanLooks.ClassOf(look)}{PathClass(span)}" data-s="{Words.Exact(span.Start)}" data-e="{end}"{fade}>{(hasLength ? Body(row, span, look) + _text.Draw(row, index, hasOutcomeWord) : Markup.Empty)}</g>""");
    }

    public Markup DrawMark(Span span)
    {
        var mark = EndMark.Of(run, span);
        if (run.HasNoLength(span))
        {
            // Nothing to see but that it ended, in somebody else's name.
            mark = new EndMark(mark?.Kind ?? MarkKind.Cancelled, true);
        }

        return mark is { } sign ? At(axis.X(EndOf(run, span)), Glyphs.Of(sign), LookClass(span) + PathClass(span)) : Markup.Empty;
    }

    /// <summary>Something in pixels at a place in per cent.</summary>
    public static Markup At(string x, Markup content, string extraClass = "") =>
        Markup.Of($"""<svg class="at{extraClass}" x="{x}">{content}</svg>""");

    /// <summary>A mark goes with its bar when the legend hides that.</summary>
    public static string LookClass(Span span) => " " + SpanLooks.ClassOf(SpanLooks.Of(span));

    private string PathClass(Span span) => run.IsOnPath(span) ? " c" : "";

    private Markup Body(ChartRow row, Span span, SpanLook look)
    {
        var end = EndOf(run, span);
        var (x, width) = (axis.X(span.Start), axis.Width(span.Start, end));
        var body = Markup.Of($"""<rect class="r" x="{x}" width="{width}"{Hatching.Fill(prefix, look)}/>""");
        if (look == SpanLook.Pause)
        {
            body += Markup.Of($"""<line class="dots" x1="{x}" x2="{axis.X(end)}"/>""");
        }

        return row.IsFolded ? Stack(x, width) + body : body;
    }

    /// <summary>Two edges below the bar: more bars lie under this one.</summary>
    private static Markup Stack(string x, string width) =>
        Markup.Of($"""<rect class="sk" x="{x}" width="{width}" y="25.5"/><rect class="sk k2" x="{x}" width="{width}" y="28"/>""");
}

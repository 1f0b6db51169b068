using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The letters in a bar: the long form where it fits, else the short one, else the number of the item, else beside
/// the bar, else nothing (the table has it).
/// </summary>
internal sealed class BarText(ChartRun run, TimeAxis axis, ChartFrame frame)
{
    private const double MostPixels = 420;

    public Markup Draw(ChartRow row, int index, bool hasOutcomeWord)
    {
        var span = row.Spans[index];
        var (full, brief) = SpanWords.InBar(run, span);
        full = TextWidth.Shorten(full, MostPixels);
        brief = TextWidth.Shorten(brief, MostPixels);
        if (SpanLooks.Of(span) == SpanLook.Pause)
        {
            return AboveDots(span, brief);
        }

        var atRest = AtRest(row, index, hasOutcomeWord, full, brief);
        return atRest.IsEmpty ? OnceZoomed(span, brief) : atRest;
    }

    private Markup AtRest(ChartRow row, int index, bool hasOutcomeWord, string full, string brief)
    {
        var span = row.Spans[index];
        var before = Before(row, index);
        var indent = before is not null && EndMark.Of(run, before) is not null ? 12 : 7;
        var (wide, tight) = Fits(span, indent, full, brief);
        var first = wide is null ? tight : tight is null ? wide : Math.Min(wide.Value, tight.Value);
        var inside = Inside(span, indent, (full, wide), (brief, tight));
        if (Number(span) is { } number && first is not 0)
        {
            return inside + Centred(span, number, first);
        }

        var repeats = before is { Activity: Activity.Waiting } && span.Activity == Activity.Waiting;
        return first is null && !hasOutcomeWord && !repeats ? Beside(row, index, brief) : inside;
    }

    /// <summary>A bar that is too short for letters has them as soon as it is wide enough.</summary>
    private Markup OnceZoomed(Span span, string text)
    {
        var step = frame.FirstZoomedFit(TextWidth.Of(text) + 18, axis.Share(span.Start, EndOf(span)));
        return step is null ? Markup.Empty
            : Markup.Of($"""<text class="bt{ChartFrame.From(step)}" x="{axis.X(span.Start)}" dx="10">{text}</text>""");
    }

    private (int? Wide, int? Tight) Fits(Span span, int indent, string full, string brief)
    {
        var padding = indent + 4
            + (EndMark.Of(run, span) is null ? 0 : 8)
            + (span.Ending == Ending.Stuck ? 14 : 0);
        var share = axis.Share(span.Start, EndOf(span));
        return (frame.FirstFit(TextWidth.Of(full) + padding, share), frame.FirstFit(TextWidth.Of(brief) + padding, share));
    }

    private Markup Inside(Span span, int indent, (string Text, int? Step) full, (string Text, int? Step) brief)
    {
        var x = axis.X(span.Start);
        var text = full.Step is null ? Markup.Empty
            : Markup.Of($"""<text class="bt{ChartFrame.From(full.Step)}" x="{x}" dx="{indent}">{full.Text}</text>""");
        return brief.Step is null || brief.Text == full.Text || brief.Step == full.Step ? text
            : text + Markup.Of($"""<text class="bt{ChartFrame.From(brief.Step)}{ChartFrame.Until(full.Step)}" x="{x}" dx="{indent}">{brief.Text}</text>""");
    }

    private Markup AboveDots(Span span, string text)
    {
        var step = frame.FirstFit(TextWidth.Of(text) + 11, axis.Share(span.Start, EndOf(span)));
        return step is null ? Markup.Empty
            : Markup.Of($"""<text class="bt mid{ChartFrame.From(step)}" x="{Middle(span)}">{text}</text>""");
    }

    private Markup Centred(Span span, string number, int? until)
    {
        var step = frame.FirstFit(TextWidth.Of(number) + 6, axis.Share(span.Start, EndOf(span)));
        return step is null || step >= until ? Markup.Empty
            : Markup.Of($"""<text class="bt mi{ChartFrame.From(step)}{ChartFrame.Until(until)}" x="{Middle(span)}">{number}</text>""");
    }

    /// <summary>Beside a wait there is nothing: after its mark the word would read as what came of it.</summary>
    private Markup Beside(ChartRow row, int index, string text)
    {
        var span = row.Spans[index];
        if (span.Activity == Activity.Waiting)
        {
            return Markup.Empty;
        }

        var next = index + 1 < row.Spans.Count ? axis.Share(row.Spans[index + 1].Start) : 1;
        var hasMark = EndMark.Of(run, span) is not null;
        var step = frame.FirstFit(TextWidth.Of(text) + (hasMark ? 18 : 10), next - axis.Share(EndOf(span)));
        return step is null ? Markup.Empty
            : Markup.Of($"""<text class="bt be{ChartFrame.From(step)}" x="{axis.X(EndOf(span))}" dx="{(hasMark ? 11 : 6)}">{text}</text>""");
    }

    /// <summary>The span that ends where this one begins: its mark needs room.</summary>
    private Span? Before(ChartRow row, int index) =>
        index > 0 && run.Same(row.Spans[index - 1].End, row.Spans[index].Start) ? row.Spans[index - 1] : null;

    /// <summary>The number at the end of a label: "item-7" is a 7 where there is little room.</summary>
    private static string? Number(Span span)
    {
        var digits = span.Label is { } label && SpanLooks.Of(span) == SpanLook.Run ? label[(label.LastIndexOf('-') + 1)..] : "";
        return digits.Length is > 0 and < 6 && digits.Length < span.Label!.Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private TimeSpan? EndOf(Span span) => BarPainter.EndOf(run, span);

    private string Middle(Span span) => axis.Middle(span.Start, EndOf(span));
}

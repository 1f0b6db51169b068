using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Draws a row: its name, its bars, then the marks, so that no neighbour covers them. What would give away how the run
/// went has the class "hideable", here and in the other parts of the figure: a page may hold it back until its reader
/// has made a guess. What is left is the stage: names and axis.
/// </summary>
internal sealed class RowPainter(ChartRun run, TimeAxis axis, ChartFrame frame, string prefix)
{
    /// <summary>The plot of the narrowest page; a word that does not fit there moves to the line of the name.</summary>
    private const double NarrowPlot = 340;

    private readonly BarPainter _bars = new(run, axis, frame, prefix);

    public Markup Draw(ChartRow row, int position)
    {
        var word = OutcomeWord.Of(run, row);
        var bars = Markup.Join(Enumerable.Range(0, row.Spans.Count).Select(index => _bars.Draw(row, index, word is not null)));
        var marks = Markup.Join(row.Spans.Where(span => !IsCovered(row, span)).Select(_bars.DrawMark));
        var ending = row.Spans is [.., var last] ? Word(word, last.End, BarPainter.LookClass(last)) : OnlyInstants(row, word);
        return Markup.Of($"""<g class="ln" transform="translate(0,{position * ChartFrame.Pitch})"><rect class="hit"/>{Name(row)}<g class="hideable">{bars}{marks}{ending}</g></g>""");
    }

    /// <summary>Where a bar ends with a mark of its own, a wait without length that begins there has none to add.</summary>
    private bool IsCovered(ChartRow row, Span span) => run.HasNoLength(span)
        && row.Spans.Any(other => !run.HasNoLength(other) && run.Same(other.End, span.Start) && EndMark.Of(run, other) is not null);

    private static Markup Name(ChartRow row)
    {
        var label = ChartFrame.RowLabel(row);
        var name = label[..^ChartFrame.Multiplier(row).Length];
        var count = row.IsFolded ? Markup.Of($"<tspan>{ChartFrame.Multiplier(row)}</tspan>") : Markup.Empty;
        // How lanes are folded tells what they had in common.
        var hold = row.IsFolded ? " hideable" : "";
        return Markup.Of($"""<text class="lb{hold}">{name}{count}</text>""");
    }

    private Markup Word(string? word, TimeSpan? end, string look)
    {
        if (word is null)
        {
            return Markup.Empty;
        }

        var free = (1 - axis.Share(end)) * NarrowPlot;
        var isTight = free < TextWidth.Of(word) + 14;
        var beside = BarPainter.At(axis.X(end), Markup.Of($"""<text class="ow{(isTight ? " wd" : "")}" x="11">{word}</text>"""), look);
        return isTight ? beside + Markup.Of($"""<text class="ow nw{look}" x="100%">{word}</text>""") : beside;
    }

    /// <summary>A lane that did nothing one could draw: the last thing that happened to it, as a mark and a word.</summary>
    private Markup OnlyInstants(ChartRow row, string? word)
    {
        var last = row.Instants[^1];
        var isLate = axis.Share(last.At) > 0.7;
        var text = word is null ? Markup.Empty
            : Markup.Of($"""<text class="ow{(isLate ? " en" : "")}" x="{(isLate ? -11 : 11)}">{word}</text>""");
        return Markup.Of($"""<g class="b">{BarPainter.At(axis.X(last.At), Glyphs.Of(EndMark.Of(last)) + text)}</g>""");
    }
}

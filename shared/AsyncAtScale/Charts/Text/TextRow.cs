using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Text;

/// <summary>One row in characters.</summary>
internal static class TextRow
{
    /// <summary>Room for the last mark and for a word after it.</summary>
    private const int Beyond = 4;

    public static string Draw(ChartRun run, ChartRow row, TextGrid grid)
    {
        var line = Enumerable.Repeat(' ', grid.Columns + Beyond).ToArray();
        foreach (var span in row.Spans)
        {
            Fill(run, span, grid, line);
        }

        foreach (var span in row.Spans)
        {
            if (EndMark.Of(run, span) is { } mark)
            {
                line[grid.At(BarPainter.EndOf(run, span))] = TextKey.Sign(mark.Kind);
            }
        }

        return row.Spans.Count > 0 ? new string(line) : OnlyInstants(run, row, grid, line);
    }

    private static void Fill(ChartRun run, Span span, TextGrid grid, char[] line)
    {
        var look = SpanLooks.Of(span);
        var (from, to) = (grid.At(span.Start), grid.At(BarPainter.EndOf(run, span)));
        var body = TextKey.Body(look);
        for (var column = from; column < to; column++)
        {
            line[column] = body;
        }

        if (look == SpanLook.Run && from > 0 && from < to && line[from - 1] == '█')
        {
            line[from] = '▐';
        }

        var word = Word(span, look);
        if (word.Length > 0 && to - from >= word.Length + 4)
        {
            $" {word} ".CopyTo(line.AsSpan(from + 2));
        }
    }

    private static string Word(Span span, SpanLook look) => look switch
    {
        SpanLook.Wait or SpanLook.Stuck => TextGantt.Name(WaitWords.Of(span).Short, 60),
        SpanLook.Pause or SpanLook.CleanUp => "",
        _ => TextGantt.Name(span.Label ?? "", 60),
    };

    private static string OnlyInstants(ChartRun run, ChartRow row, TextGrid grid, char[] line)
    {
        var last = row.Instants[^1];
        var column = grid.At(last.At);
        var word = TextGantt.Name(OutcomeWord.Of(run, row) ?? "", 24);
        line[column] = TextKey.Sign(EndMark.Of(last).Kind);
        var start = column + word.Length + 2 <= line.Length ? column + 2 : Math.Max(0, column - word.Length - 1);
        word.CopyTo(line.AsSpan(start));
        return new string(line);
    }
}

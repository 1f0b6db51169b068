using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Text;

/// <summary>What the characters mean.</summary>
internal static class TextKey
{
    public static char Body(SpanLook look) => look switch
    {
        SpanLook.Run => '█',
        SpanLook.Block => '▓',
        SpanLook.Wait or SpanLook.Stuck => '·',
        SpanLook.Pause => '∙',
        SpanLook.CleanUp => '░',
        _ => '▒',
    };

    public static char Sign(MarkKind kind) => kind switch
    {
        MarkKind.Finished => '●',
        MarkKind.Wins => '★',
        MarkKind.GoesOn => '▸',
        MarkKind.Cancelled => '×',
        MarkKind.TimedOut => '◷',
        MarkKind.Failed => '!',
        _ => '∞',
    };

    /// <summary>The characters that the chart really shows, in lines of at most eighty.</summary>
    public static IEnumerable<string> Lines(ChartRun run)
    {
        var looks = Legend.LooksIn(run).Select(LookWord);
        var marks = run.Rows.SelectMany(row => row.Spans.Count > 0
                ? row.Spans.Select(span => EndMark.Of(run, span)).OfType<EndMark>()
                : [EndMark.Of(row.Instants[^1])])
            .Select(mark => mark.Kind).Distinct().Order()
            .Select(kind => $"{Sign(kind)} {Glyphs.LegendOf(kind)}");

        // No entry is broken: its blanks count as letters until the lines are made.
        var guess = run.Ghost is { } ghost ? [$"┆╌╌┆ {TextGantt.Name(ghost.Name, 40)}"] : Array.Empty<string>();
        var entries = looks.Concat(marks).Concat(guess).Distinct().Select(entry => entry.Replace(' ', '~') + "~~");
        return TextGantt.Wrap(string.Join(' ', entries)).Select(line => line.Replace('~', ' ').TrimEnd());
    }

    private static string LookWord(SpanLook look) => look switch
    {
        SpanLook.Wait or SpanLook.Stuck => "··· waiting, with its reason",
        SpanLook.Pause => "∙ pause",
        SpanLook.CleanUp => "░ clean-up",
        SpanLook.Block => "▓ blocks the thread",
        SpanLook.Run => "█ running",
        _ => "▒ lost work",
    };
}

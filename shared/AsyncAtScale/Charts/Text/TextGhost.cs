using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Text;

/// <summary>What was expected, in characters: a line of its own below the row it is about.</summary>
internal static class TextGhost
{
    private const int MostName = 22;

    /// <summary>What stands at the left of such a line.</summary>
    public static string Name(Ghost ghost) => "  " + TextGantt.Name(ghost.Name, MostName);

    /// <summary>The lines below a row; none if nothing was expected of its lanes.</summary>
    public static IEnumerable<string> Below(ChartRun run, ChartRow? row, TextGrid grid, int margin) =>
        from mark in run.Ghost?.Marks ?? []
        where row is null ? mark.Lane is null : mark.Lane is not null && row.Lanes.Contains(mark.Lane)
        select TextGantt.Line(Name(run.Ghost!), Draw(mark, grid), margin);

    private static string Draw(GhostMark mark, TextGrid grid)
    {
        var line = Enumerable.Repeat(' ', grid.Columns + 1).ToArray();
        var from = Column(mark.At, grid);
        var to = mark.To is { } end ? Column(end, grid) : from;
        line.AsSpan(from, to - from).Fill('╌');
        line[to] = '┆';
        line[from] = '┆';
        var note = mark.Lane is null ? Words.Seconds(mark.At) : TextGantt.Name(mark.Label ?? "", 12);
        return Write(line, note, to + 2, from - 1 - note.Length);
    }

    /// <summary>A note after the mark, or before it at the right edge.</summary>
    private static string Write(char[] line, string note, int after, int before)
    {
        var start = after + note.Length <= line.Length ? after : Math.Max(0, before);
        if (note.Length > 0 && start + note.Length <= line.Length)
        {
            note.CopyTo(line.AsSpan(start));
        }

        return new string(line);
    }

    private static int Column(TimeSpan time, TextGrid grid) => Math.Clamp(grid.At(time), 0, grid.Columns);
}

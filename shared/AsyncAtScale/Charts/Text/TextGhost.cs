using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Text;

/// <summary>What was expected, in characters: a line of its own below the row it is about.</summary>
internal static class TextGhost
{
    private const int MostName = 22;

    /// <summary>What stands at the left of such a line.</summary>
    public static string Name(Ghost ghost) => "  " + TextGantt.Name(ghost.Name, MostName);

    /// <summary>The lines below a row; none if nothing was expected of its lanes.</summary>
    public static IEnumerable<string> Below(ChartRun run, ChartRow? row, TextGrid grid, int margin)
    {
        var marks = (run.Ghost?.Marks ?? [])
            .Where(mark => row is null ? mark.Lane is null : mark.Lane is not null && row.Lanes.Contains(mark.Lane));
        var lines = run.Ghost is { IsRun: true } ? marks.GroupBy(mark => mark.Lane).Select(lane => lane.ToList()) : marks.Select(mark => new List<GhostMark> { mark });
        return lines.Select(line => TextGantt.Line(Name(run.Ghost!), Draw(line, grid), margin));
    }

    private static string Draw(IEnumerable<GhostMark> marks, TextGrid grid)
    {
        var line = Enumerable.Repeat(' ', grid.Columns + 1).ToArray();
        foreach (var mark in marks)
        {
            Draw(mark, line, grid);
        }

        return new string(line);
    }

    private static void Draw(GhostMark mark, char[] line, TextGrid grid)
    {
        var from = Column(mark.At, grid);
        var to = mark.To is { } end ? Column(end, grid) : from;
        line.AsSpan(from, to - from).Fill('╌');
        line[to] = '┆';
        line[from] = '┆';
        var note = mark.Lane is null ? Words.Seconds(mark.At) : TextGantt.Name(mark.Label ?? "", 12);
        Write(line, note, to + 2, from - 1 - note.Length);
    }

    /// <summary>A note after the mark, or before it at the right edge.</summary>
    private static void Write(char[] line, string note, int after, int before)
    {
        var start = after + note.Length <= line.Length ? after : Math.Max(0, before);
        if (note.Length > 0 && start + note.Length <= line.Length)
        {
            note.CopyTo(line.AsSpan(start));
        }
    }

    private static int Column(TimeSpan time, TextGrid grid) => Math.Clamp(grid.At(time), 0, grid.Columns);
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Text;

/// <summary>The time axis in characters: figures above a ruler.</summary>
internal static class TextAxis
{
    private const int PixelsPerColumn = 7;

    public static IEnumerable<string> Lines(ChartRun run, TextGrid grid)
    {
        var figures = Blank(grid.Columns + 6);
        var ruler = Enumerable.Repeat('─', grid.Columns + 1).ToArray();
        var free = 0;
        foreach (var tick in AxisTicks.For(run, grid.Axis, grid.Columns * PixelsPerColumn))
        {
            var figure = Words.Figure(tick);
            var text = tick == grid.Axis.End ? figure + " s" : figure;
            var column = grid.At(tick);
            var start = Math.Clamp(column - (tick == TimeSpan.Zero ? 0 : figure.Length / 2), 0, figures.Length - text.Length - 1);
            if (start >= free)
            {
                text.CopyTo(figures.AsSpan(start));
                free = start + text.Length + 2;
                ruler[column] = column == 0 ? '└' : column == grid.Columns ? '┘' : '┴';
            }
        }

        yield return new string(figures);
        yield return new string(ruler);
    }

    private static char[] Blank(int columns) => Enumerable.Repeat(' ', columns).ToArray();
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>What was expected: dashed outlines, and a line through all rows for the whole run.</summary>
internal static class GuessTraces
{
    private const double Half = 0.42;

    public static IEnumerable<PlotlyTrace> Of(ChartRun run, TimeAxis axis)
    {
        if (run.Ghost is not { } ghost)
        {
            yield break;
        }

        var marks = ghost.Marks.Where(mark => mark.Lane is null || run.RowOf.ContainsKey(mark.Lane)).ToList();
        var paths = marks.Select(mark => Path(run, axis, mark)).ToList();
        yield return new PlotlyTrace
        {
            Type = "scatter",
            Mode = "lines",
            Name = PlotlyText.Of(GhostWords.Name(ghost)),
            X = [.. paths.SelectMany(path => path.Select(point => point.X))],
            Y = [.. paths.SelectMany(path => path.Select(point => point.Y))],
            HoverText = [.. marks.SelectMany((mark, index) => paths[index].Select(_ => PlotlyText.Of(GhostWords.Of(ghost, mark))))],
            Line = new(FigureColours.Guess, 2, "dash"),
        };
    }

    /// <summary>The points of one mark; a point without a place ends it.</summary>
    private static List<(double? X, double? Y)> Path(ChartRun run, TimeAxis axis, GhostMark mark)
    {
        var from = Seconds(axis, mark.At);
        if (mark.Lane is null)
        {
            return [(from, -0.5), (from, run.Rows.Count - 0.5), (null, null)];
        }

        var row = run.RowOf[mark.Lane];
        var to = Seconds(axis, mark.To ?? mark.At);
        return
        [
            (from, row - Half), (to, row - Half), (to, row + Half), (from, row + Half), (from, row - Half), (null, null),
        ];
    }

    private static double Seconds(TimeAxis axis, TimeSpan time) => Math.Min(TimelineFormat.Seconds(time), axis.Domain);
}

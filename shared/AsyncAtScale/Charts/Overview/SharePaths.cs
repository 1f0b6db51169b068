using System.Globalization;
using System.Text;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Overview;

/// <summary>
/// The share of each state in each row and column, as stacked steps: what counted at the bottom, above it what was lost, then
/// waiting; free space is lanes that are not there. One path a look, a closed outline a row.
/// </summary>
internal static class SharePaths
{
    /// <summary>From the bottom up.</summary>
    public static readonly IReadOnlyList<SpanLook> Order =
    [
        SpanLook.Run, SpanLook.Block, SpanLook.CleanUp, SpanLook.Failed, SpanLook.Late, SpanLook.Cancelled, SpanLook.Stuck, SpanLook.Pause, SpanLook.Wait,
    ];

    public static IReadOnlyDictionary<SpanLook, string> Of(OverviewRun run, OverviewLayout layout)
    {
        var paths = Order.ToDictionary(look => look, _ => new StringBuilder());
        for (var row = 0; row < layout.Rows; row++)
        {
            var lanes = layout.LanesOf(row).ToList();
            var shares = Count(lanes, run.End);
            var (floor, bottom) = (new int[OverviewLayout.Columns], (row + 1) * layout.Pitch - 1);
            foreach (var look in Order.Where(look => shares[(int)look] is not null))
            {
                var top = shares[(int)look]!.Zip(floor, (share, below) => below + Pixels(share / lanes.Count, layout.Bar - below, layout.Bar)).ToArray();
                Outline(paths[look], floor, top, bottom);
                floor = top;
            }
        }

        return paths.Where(path => path.Value.Length > 0).ToDictionary(path => path.Key, path => path.Value.ToString());
    }

    /// <summary>What is there at all is seen, and nothing grows out of its row.</summary>
    private static int Pixels(double share, int room, int all) =>
        Math.Min(room, share <= 0.002 ? 0 : Math.Max(1, (int)Math.Round(share * all)));

    /// <summary>How many lanes are in which look in each column, fractions included; null for a look that does not occur.</summary>
    private static double[]?[] Count(IEnumerable<OverviewLane> lanes, TimeSpan end)
    {
        var counts = new double[]?[Order.Count];
        foreach (var stretch in lanes.SelectMany(lane => lane.Stretches))
        {
            var column = counts[(int)stretch.Look] ??= new double[OverviewLayout.Columns];
            Add(column, Place(stretch.From, end), Place(stretch.To, end));
        }

        return counts;
    }

    private static double Place(TimeSpan time, TimeSpan end) => OverviewLayout.X(time, end) * OverviewLayout.Columns / OverviewLayout.Width;

    private static void Add(double[] columns, double from, double to)
    {
        var (first, last) = ((int)Math.Min(from, columns.Length - 1), (int)Math.Min(to, columns.Length - 1));
        if (first == last)
        {
            columns[first] += to - from;
            return;
        }

        columns[first] += first + 1 - from;
        for (var i = first + 1; i < last; i++)
        {
            columns[i]++;
        }

        columns[last] += to - last;
    }

    /// <summary>Closed outlines of all stretches in which the look has any height, with relative steps to keep them short.</summary>
    private static void Outline(StringBuilder path, int[] floor, int[] top, int bottom)
    {
        const int Step = OverviewLayout.Width / OverviewLayout.Columns;
        for (var from = 0; from < top.Length; from++)
        {
            if (top[from] == floor[from])
            {
                continue;
            }

            var to = from;
            while (to < top.Length && top[to] > floor[to])
            {
                to++;
            }

            path.Append(CultureInfo.InvariantCulture, $"M{from * Step} {bottom - floor[from]}V{bottom - top[from]}");
            Walk(path, top, from, to, 1, Step, bottom);
            path.Append(CultureInfo.InvariantCulture, $"V{bottom - floor[to - 1]}");
            Walk(path, floor, to - 1, from - 1, -1, Step, bottom);
            path.Append('Z');
            from = to;
        }
    }

    /// <summary>Along heights from one column to before another, in either direction.</summary>
    private static void Walk(StringBuilder path, int[] heights, int from, int to, int direction, int step, int bottom)
    {
        var run = 0;
        for (var i = from; i != to; i += direction)
        {
            run += step;
            var next = i + direction;
            if (next == to || heights[next] != heights[i])
            {
                path.Append(CultureInfo.InvariantCulture, $"h{run * direction}");
                run = 0;
                if (next != to)
                {
                    path.Append(CultureInfo.InvariantCulture, $"V{bottom - heights[next]}");
                }
            }
        }
    }
}

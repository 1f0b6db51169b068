using System.Globalization;
using System.Text;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Overview;

/// <summary>
/// The bars of all lanes, one path a look: thousands of bars cost a handful of elements. A bar is a thick stroke, so that it
/// takes ten letters. Work stands as high as its row, waiting is a thin line: seen without colour, too.
/// </summary>
internal static class BarPaths
{
    /// <summary>Narrower bars are widened to be seen.</summary>
    private const double LeastWidth = 0.5;

    /// <summary>Bars wider than this leave a gap to the next.</summary>
    private const double Roomy = 5;

    public static IReadOnlyDictionary<SpanLook, string> Of(OverviewRun run, OverviewLayout layout)
    {
        var paths = new Dictionary<SpanLook, StringBuilder>();
        for (var row = 0; row < run.Lanes.Count; row++)
        {
            var y = (row * layout.Pitch) + (layout.Pitch / 2.0);
            foreach (var stretch in Merged(run, run.Lanes[row].Stretches))
            {
                if (!paths.TryGetValue(stretch.Look, out var path))
                {
                    paths[stretch.Look] = path = new StringBuilder();
                }

                var to = stretch.To - stretch.From > Roomy ? stretch.To - 1 : Math.Max(stretch.To, stretch.From + LeastWidth);
                path.Append(CultureInfo.InvariantCulture, $"M{stretch.From:0.#} {y:0.#}H{to:0.#}");
            }
        }

        return paths.ToDictionary(path => path.Key, path => path.Value.ToString());
    }

    /// <summary>Neighbours of one look that are too narrow to be told apart become one.</summary>
    private static IEnumerable<(SpanLook Look, double From, double To)> Merged(OverviewRun run, IEnumerable<OverviewStretch> stretches)
    {
        (SpanLook Look, double From, double To)? open = null;
        foreach (var stretch in stretches)
        {
            var next = (stretch.Look, From: OverviewLayout.X(stretch.From, run.End), To: OverviewLayout.X(stretch.To, run.End));
            if (open is { } one && one.Look == next.Look && next.From - one.To < LeastWidth && next.To - next.From < 2)
            {
                open = one with { To = Math.Max(one.To, next.To) };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = next;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}

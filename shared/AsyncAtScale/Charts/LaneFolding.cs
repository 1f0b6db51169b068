using System.Globalization;
using System.Text;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>
/// Makes rows of lanes. A chart of a hundred lanes is unreadable, and most of them tell the same story: neighbours
/// with the same history become one row.
/// </summary>
internal static class LaneFolding
{
    /// <summary>Up to here every lane has a row of its own.</summary>
    public const int MostUnfolded = 24;

    public static IReadOnlyList<ChartRow> Rows(
        IReadOnlyList<string> lanes, ILookup<string, Span> spans, ILookup<string, Instant> instants)
    {
        var groups = lanes.Count <= MostUnfolded
            ? lanes.Select(lane => new List<string> { lane })
            : Folded(lanes, lane => History(spans[lane], instants[lane]));
        return
        [
            .. groups.Select(group =>
                new ChartRow(LaneNames.Row(group), group, [.. spans[group[0]]], [.. instants[group[0]]])),
        ];
    }

    private static List<List<string>> Folded(IReadOnlyList<string> lanes, Func<string, string> history)
    {
        var groups = new List<List<string>>();
        var last = "";
        foreach (var lane in lanes)
        {
            var mine = history(lane);
            if (groups.Count == 0 || mine != last)
            {
                groups.Add([]);
            }

            groups[^1].Add(lane);
            last = mine;
        }

        return groups;
    }

    /// <summary>All that can be seen of a lane, as one comparable text.</summary>
    private static string History(IEnumerable<Span> spans, IEnumerable<Instant> instants)
    {
        var history = new StringBuilder();
        foreach (var span in spans)
        {
            history.Append(CultureInfo.InvariantCulture, $"{span.Activity} {span.Ending} {span.Start} {span.End}\0{span.Label}\0{span.Reason}\n");
        }

        foreach (var instant in instants)
        {
            history.Append(CultureInfo.InvariantCulture, $"{instant.Name}\0{instant.At}\0{instant.Detail.ToJsonString()}\n");
        }

        return history.ToString();
    }
}

using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Overview;

/// <summary>
/// The spans in a compact form, some six bytes each, from which the script draws bars when the reader zooms: per lane the
/// number of its spans; per span the gap since the last one, its length, its label and look. Whole numbers of seven bits a
/// byte, lowest first, in Base64. Names share the beginning with the name before.
/// </summary>
internal static class OverviewData
{
    /// <summary>The form's name in the page.</summary>
    public const string Kind = "spans";

    private const int MostSteps = 4_000_000;
    private const int Looks = 9;

    public static string Json(OverviewRun run)
    {
        var unit = Unit(run.End);
        return new JsonObject
        {
            ["title"] = run.Timeline.Title,
            ["unit"] = unit,
            ["end"] = Steps(run.End, unit),
            ["names"] = Names(run),
            ["labels"] = new JsonArray([.. Labels(run).Select(label => (JsonNode)label)]),
            ["spans"] = Spans(run, unit),
            ["counters"] = new JsonArray([.. run.Counters.Select(counter => CounterOf(counter, unit))]),
        }.ToJsonString();
    }

    /// <summary>A power of ten, in seconds, fine enough to tell any two pixels apart at the deepest zoom.</summary>
    private static double Unit(TimeSpan end)
    {
        var unit = 1e-6;
        while (end.TotalSeconds / unit > MostSteps)
        {
            unit *= 10;
        }

        return unit;
    }

    private static long Steps(TimeSpan time, double unit) => (long)Math.Round(time.TotalSeconds / unit);

    private static JsonArray Names(OverviewRun run)
    {
        var names = new JsonArray();
        var before = "";
        foreach (var lane in run.Lanes)
        {
            var shared = before.AsSpan().CommonPrefixLength(lane.Name);
            names.Add(shared);
            names.Add(lane.Name[shared..]);
            before = lane.Name;
        }

        return names;
    }

    private static List<string> Labels(OverviewRun run) =>
        [.. run.Lanes.SelectMany(lane => lane.Stretches).Select(stretch => stretch.Label).OfType<string>().Distinct()];

    private static string Spans(OverviewRun run, double unit)
    {
        var numbers = Labels(run).Index().ToDictionary(label => label.Item, label => label.Index + 1);
        var bytes = new CompactNumbers();
        foreach (var lane in run.Lanes)
        {
            bytes.Add(lane.Stretches.Count);
            var at = 0L;
            foreach (var stretch in lane.Stretches)
            {
                var (from, to) = (Steps(stretch.From, unit), Steps(stretch.To, unit));
                bytes.AddSigned(from - at);
                bytes.Add(to - from);
                bytes.Add(((stretch.Label is { } label ? numbers[label] : 0) * Looks) + (int)stretch.Look);
                at = to;
            }
        }

        return bytes.ToBase64();
    }

    private static JsonObject CounterOf(Counter counter, double unit)
    {
        var bytes = new CompactNumbers();
        var (at, value) = (0L, 0L);
        foreach (var point in counter.Points)
        {
            var next = Steps(point.At, unit);
            bytes.Add(next - at);
            bytes.AddSigned(point.Value - value);
            (at, value) = (next, point.Value);
        }

        return new JsonObject { ["name"] = Wording.Words.Spaced(counter.Name), ["limit"] = counter.Limit, ["points"] = bytes.ToBase64() };
    }
}

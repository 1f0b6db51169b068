using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>The summary of a run in the reference format, computed from the record.</summary>
internal static class TimelineSummary
{
    /// <summary>The keys that belong to the format; all others are the demo's own facts.</summary>
    public static readonly IReadOnlySet<string> OwnKeys = new HashSet<string>
    {
        "outcome", "total_s", "finished", "failed", "cancelled", "timed_out", "stuck", "peaks",
    };

    public static JsonObject Write(Timeline timeline)
    {
        var summary = new JsonObject
        {
            ["outcome"] = Of(timeline.Outcome),
            ["total_s"] = TimelineFormat.Seconds(timeline.Total),
            ["finished"] = Names(timeline.LanesWith("finished")),
            ["failed"] = Names(timeline.LanesWith("failed")),
            ["cancelled"] = Names(timeline.LanesWith("cancelled")),
            ["timed_out"] = Names(timeline.LanesWith("timed-out")),
        };
        if (timeline.Outcome == Outcome.Deadlock)
        {
            summary["stuck"] = Names(timeline.StuckLanes);
        }

        if (timeline.Counters.Count > 0)
        {
            summary["peaks"] = new JsonObject(
                timeline.Counters.Select(counter => KeyValuePair.Create(counter.Name, (JsonNode?)counter.Peak)));
        }

        foreach (var (name, value) in timeline.Facts)
        {
            summary[name] = value?.DeepClone();
        }

        return summary;
    }

    public static Outcome ParseOutcome(string word) => word switch
    {
        "completed" => Outcome.Completed,
        "failed" => Outcome.Failed,
        "deadlock" => Outcome.Deadlock,
        _ => throw new InvalidOperationException($"'{word}' is not an outcome"),
    };

    private static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Completed => "completed",
        Outcome.Failed => "failed",
        _ => "deadlock",
    };

    private static JsonArray Names(IEnumerable<string> lanes) => [.. lanes.Select(lane => (JsonNode)lane)];
}

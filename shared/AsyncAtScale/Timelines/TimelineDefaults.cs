using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>
/// What a span or lane need not say: an activity that is its state, a reason that its label gives away, a normal end. Files
/// say it, as the reference runs do; the timelines in a page leave it out.
/// </summary>
internal static class TimelineDefaults
{
    /// <summary>The activity of a span.</summary>
    public static string ActivityOf(JsonObject span) => (span["activity"] ?? span["state"])!.GetValue<string>();

    /// <summary>How a lane ended.</summary>
    public static string EndingOf(JsonObject lane) => lane["ending"]?.GetValue<string>() ?? StateNames.Of(Ending.Normal);

    /// <summary>Takes out of a written span or lane what reading it puts back.</summary>
    public static void Drop(JsonObject entry)
    {
        if (Says(entry, "activity", entry["state"]))
        {
            entry.Remove("activity");
        }

        if (Says(entry, "ending", StateNames.Of(Ending.Normal)))
        {
            entry.Remove("ending");
        }

        if (Says(entry, "reason", WaitReason.FromLabel(entry["label"]?.GetValue<string>())) && ActivityOf(entry) == StateNames.Of(Activity.Waiting))
        {
            entry.Remove("reason");
        }
    }

    private static bool Says(JsonObject entry, string name, JsonNode? assumed) => entry.ContainsKey(name) && JsonNode.DeepEquals(entry[name], assumed);
}

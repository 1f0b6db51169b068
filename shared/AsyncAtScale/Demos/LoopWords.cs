using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>What lanes did in one step of the loop, from what they recorded meanwhile.</summary>
internal static class LoopWords
{
    public static string Of(IReadOnlyList<(string Lane, RecordedEvent Event, string? Text)> recorded)
    {
        var clauses = new Clauses();
        foreach (var (lane, happened, text) in recorded)
        {
            if (Verb(happened, text) is { } verb)
            {
                clauses.Say(lane, verb);
            }
        }

        return string.Join("; ", clauses.Tell());
    }

    private static string? Verb(RecordedEvent happened, string? text) => happened.Kind switch
    {
        EventKind.LaneStart => "start",
        EventKind.LaneEnd => happened.Ending switch
        {
            Ending.Cancelled => "end cancelled",
            Ending.Failed => "fail",
            _ => "end",
        },
        EventKind.Begin => happened.Activity switch
        {
            Activity.Waiting => text is null ? "wait" : "wait: " + LaneNames.Short(text),
            Activity.Blocking => "block the thread",
            Activity.Backoff => "pause",
            _ => text is null ? "begin to work" : "begin to work: " + LaneNames.Short(text),
        },
        // Work says itself that it starts and ends.
        EventKind.Instant when text is not ("started" or "finished" or "cancelled" or "failed") => $"note “{LaneNames.Short(text ?? "")}”",
        _ => null,
    };
}

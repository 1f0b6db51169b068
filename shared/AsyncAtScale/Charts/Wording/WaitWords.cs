using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>Why a lane waits, in words that fit a wide bar and words that fit a narrow one.</summary>
internal readonly record struct WaitWords(string Long, string Short)
{
    public static WaitWords Of(Span span) => span.Reason switch
    {
        WaitReason.Permit => new("waits for a permit", "permit"),
        WaitReason.Item => new("waits for an item", "item"),
        WaitReason.Room => new(Room(span.Label), "room"),
        WaitReason.Event => new("waits for the event", "event"),
        WaitReason.Lock => new("waits for the lock", "lock"),
        WaitReason.Timer => OfTimer(span.Label),
        WaitReason.Tasks => OfTasks(span.Label),
        null when span.Label is null => new("waits", "waits"),
        _ => new($"waits: {span.Label ?? span.Reason}", span.Label ?? span.Reason!),
    };

    private static string Room(string? label) => label is not null && label.StartsWith("put ", StringComparison.Ordinal)
        ? $"waits for room to {label}"
        : "waits for room";

    private static WaitWords OfTimer(string? label) => label switch
    {
        "window" => new("waits for the window to move on", "window"),
        null or "sleep" => new("sleeps", "sleeps"),
        _ => new($"waits for a timer: {label}", "timer"),
    };

    private static WaitWords OfTasks(string? label) => label switch
    {
        null or "TaskGroup" or "task group" => new("waits for its tasks", "its tasks"),
        "deadline" => new("waits with a deadline", "deadline"),
        "as completed" => new("waits for the next to finish", "next"),
        "wait(FIRST_COMPLETED)" or "WhenAny" => new("waits for the first to finish", "first of all"),
        _ when label.StartsWith("wait for ", StringComparison.Ordinal) => new("waits " + label[5..], label[9..]),
        _ when label.StartsWith("await ", StringComparison.Ordinal) => new("awaits " + label[6..], label[6..]),
        _ when label.StartsWith("the ", StringComparison.Ordinal) => new("waits for " + label, label[4..]),
        _ when IsCall(label) => new("waits in " + label, label.Split('(')[0]),
        _ => new("waits: " + label, label),
    };

    /// <summary>Whether the label names a function ("gather", "WhenAll") rather than a thing ("producers").</summary>
    private static bool IsCall(string label) =>
        label is "gather" or "join" or "wait"
        || label.Contains('(') || label.Contains('_')
        || label.StartsWith("When", StringComparison.Ordinal) || label.EndsWith("Async", StringComparison.Ordinal);
}

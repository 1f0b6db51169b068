namespace AsyncAtScale.Timelines;

/// <summary>What a lane can wait for: the words used on spans, in charts and in the stuck report.</summary>
public static class WaitReason
{
    /// <summary>A permit of a semaphore.</summary>
    public const string Permit = "permit";

    /// <summary>An item of a queue.</summary>
    public const string Item = "item";

    /// <summary>Room in a full queue: backpressure.</summary>
    public const string Room = "room";

    /// <summary>A signal.</summary>
    public const string Event = "event";

    /// <summary>A lock.</summary>
    public const string Lock = "lock";

    /// <summary>A moment in time.</summary>
    public const string Timer = "timer";

    /// <summary>Other tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>The reason behind a label of the reference runs, which have labels only.</summary>
    internal static string? FromLabel(string? label) => label switch
    {
        null => null,
        "permit" or "slot" => Permit,
        "get" => Item,
        "event" => Event,
        "sleep" or "window" => Timer,
        _ when label.StartsWith("put ", StringComparison.Ordinal) => Room,
        _ when label.StartsWith("lock", StringComparison.Ordinal) => Lock,
        _ => Tasks,
    };
}

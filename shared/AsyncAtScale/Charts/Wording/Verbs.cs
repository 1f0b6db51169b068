using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>What an instant says as a verb phrase in the plural, given what else happens in its lane then.</summary>
internal static class Verbs
{
    /// <summary>Bookkeeping that a neighbouring instant or span already tells.</summary>
    private static readonly HashSet<string> Silent = ["created", "call-cancelled", "cleaned-up", "cancel-requested", "measured"];

    /// <summary>The phrase, or null if another instant of this moment says it.</summary>
    public static string? Of(Instant instant, IReadOnlySet<string> together) => instant.Name switch
    {
        var name when Silent.Contains(name) => null,
        "arrived" when together.Contains("released") => "go on at once",
        "arrived" => together.Overlaps(["acquired", "started", "released"]) ? null : "begin to wait",
        "acquired" => "get a permit",
        "started" => together.Contains("acquired") ? null : "start",
        "finished" => Finished(instant, together),
        "released" => together.Overlaps(["finished", "arrived"]) ? null : "go on",
        "winner" => "win",
        "set" => "set the event",
        "cancelled" => "are cancelled",
        "failed" => "fail with " + (Text(instant, "error") ?? "an error"),
        "gave-up" => "give up",
        "timed-out" => "time out" + Attempt(instant),
        "put" => "put " + (Text(instant, "item") ?? "an item"),
        "get" => "take " + (Text(instant, "item") ?? "an item"),
        "processed" => together.Contains("get") ? null : "finish " + (Text(instant, "item") ?? Text(instant, "file") ?? "an item"),
        "step" => together.Contains("finished") ? null : "finish step" + (Answers.Number(instant, "number") is { } step ? $" {step}" : ""),
        "answer" when Answers.StatusOf(instant) is { } status => Answers.IsRefusal(status) ? $"are refused ({status})" : $"are served ({status})",
        "sentinel-put" => "put the stop mark",
        "sentinel-got" => "get the stop mark",
        "sentinel-passed-on" => "pass it on",
        "tries-again" when Answers.IsTrue(instant, "holds_lock") => "try again for the lock that it holds itself",
        "tries-again" => "try again",
        "result" => "get the result" + OfWhat(instant, "of"),
        "saw-cancellation" => "see the cancellation" + OfWhat(instant, "of"),
        "inspect" when Text(instant, "of") is { } task => $"look at {task}: {(Answers.IsTrue(instant, "done") ? "done" : "not done")}",
        _ => $"come to “{LaneNames.Short(Words.Spaced(instant.Name))}”",
    };

    private static string? Finished(Instant instant, IReadOnlySet<string> together)
    {
        if (together.Contains("released"))
        {
            return "leave";
        }

        return together.Overlaps(["winner", "set"]) ? null
            : Answers.Number(instant, "attempt") is { } attempt ? $"succeed on attempt {attempt}"
            : together.Overlaps(["sentinel-put", "sentinel-got"]) ? "end" : "finish";
    }

    private static string Attempt(Instant instant) =>
        Answers.Number(instant, "attempt") is { } attempt ? $" on attempt {attempt}" : "";

    private static string? Text(Instant instant, string key) =>
        Answers.Text(instant, key) is { } text ? LaneNames.Short(text) : null;

    private static string OfWhat(Instant instant, string key) =>
        Text(instant, key) is { } what ? $" of {what}" : "";
}

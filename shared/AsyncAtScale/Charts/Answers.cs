using System.Text.Json;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>Reads details of instants, which may hold anything.</summary>
internal static class Answers
{
    /// <summary>The HTTP status in the detail of an instant, or null.</summary>
    public static int? StatusOf(Instant instant) => Number(instant, "status");

    /// <summary>Whether a status says that the call was not served.</summary>
    public static bool IsRefusal(int status) => status >= 400;

    /// <summary>A whole number in the detail of an instant, or null.</summary>
    public static int? Number(Instant instant, string key) =>
        Value(instant, key, JsonValueKind.Number) is { } number && int.TryParse(number, out var value) ? value : null;

    /// <summary>A text in the detail of an instant, or null.</summary>
    public static string? Text(Instant instant, string key) => Value(instant, key, JsonValueKind.String);

    public static bool IsTrue(Instant instant, string key) => Value(instant, key, JsonValueKind.True) is not null;

    private static string? Value(Instant instant, string key, JsonValueKind kind) =>
        instant.Detail[key] is { } node && node.GetValueKind() == kind ? node.ToString() : null;
}

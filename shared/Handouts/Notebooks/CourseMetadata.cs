using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>The metadata object "course" of a cell; every key is optional.</summary>
/// <param name="Role">What the cell is for: title, demo, predict, insight …; "plain" if it does not say.</param>
/// <param name="Check">How its outputs are compared: exact, lines-any-order, "error: Type", "varies: why".</param>
/// <param name="Reference">The reference run of its n-th timeline; null where a timeline has none.</param>
/// <param name="Differs">Reference runs that .NET by nature does not match, and the claim that explains it.</param>
/// <param name="Outline">The outline lines it teaches.</param>
/// <param name="Claims">The claims that it puts to the test.</param>
/// <param name="Exercise">The exercise whose starter it is, or null.</param>
/// <param name="Needs">The package without which it cannot run, for one that is not served everywhere; else null.</param>
internal sealed record CourseMetadata(
    string Role,
    string Check,
    IReadOnlyList<string?> Reference,
    IReadOnlyDictionary<string, string> Differs,
    IReadOnlyList<string> Outline,
    IReadOnlyList<string> Claims,
    string? Exercise,
    string? Needs)
{
    /// <summary>Reads the object "course"; what is missing or of another type counts as not said.</summary>
    public static CourseMetadata Of(JsonObject metadata)
    {
        var course = metadata["course"] as JsonObject ?? [];
        return new CourseMetadata(
            Text(course["role"]) ?? "plain",
            Text(course["check"]) ?? "exact",
            course["reference"] is JsonArray runs ? [.. runs.Select(Text)] : [],
            course["differs"] is JsonObject differs
                ? differs.ToDictionary(entry => entry.Key, entry => Text(entry.Value) ?? "")
                : new Dictionary<string, string>(),
            Texts(course["outline"]),
            Texts(course["claims"]),
            Text(course["exercise"]),
            Text(course["needs"]));
    }

    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node is JsonArray items ? [.. items.Select(Text).OfType<string>()] : [];

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

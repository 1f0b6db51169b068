using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Execution.References;

/// <summary>Deep comparison of JSON values, numbers within the tolerance of times.</summary>
internal static class JsonMatch
{
    /// <summary>What differs, the deepest place named; null if nothing does.</summary>
    public static string? Difference(JsonNode? got, JsonNode? expected, string path = "") => (got, expected) switch
    {
        (JsonObject mine, JsonObject theirs) => InObject(mine, theirs, path),
        (JsonArray mine, JsonArray theirs) when mine.Count == theirs.Count => Enumerable.Range(0, mine.Count)
            .Select(i => Difference(mine[i], theirs[i], $"{path}[{i}]"))
            .FirstOrDefault(difference => difference is not null),
        _ when Number(got) is { } mine && Number(expected) is { } theirs && Time.Same(mine, theirs) => null,
        _ when JsonNode.DeepEquals(got, expected) => null,
        _ => $"expected {Text(expected)}, got {Text(got)}{(path.Length > 0 ? $" at {path}" : "")}",
    };

    private static string? InObject(JsonObject got, JsonObject expected, string path)
    {
        foreach (var name in expected.Select(member => member.Key).Union(got.Select(member => member.Key)))
        {
            var place = path.Length > 0 ? $"{path}.{name}" : name;
            var difference = !got.ContainsKey(name) ? $"{place} is missing"
                : !expected.ContainsKey(name) ? $"{place} is not expected"
                : Difference(got[name], expected[name], place);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}

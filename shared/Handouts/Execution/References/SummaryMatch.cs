using System.Text.Json.Nodes;

namespace Handouts.Execution.References;

/// <summary>
/// The summary: its lists are recomputed from what is compared, since our runs may record more lanes; the
/// demo's own keys come from the demo.
/// </summary>
internal static class SummaryMatch
{
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["finished"] = "finished",
        ["failed"] = "failed",
        ["cancelled"] = "cancelled",
        ["timed_out"] = "timed-out",
    };

    public static IEnumerable<string> Differences(
        ComparedRun got, IReadOnlyList<ComparedInstant> instants, ComparedRun expected)
    {
        foreach (var (key, value) in expected.Summary)
        {
            var difference = key switch
            {
                "stuck" => Stuck(got, expected, Names(value)),
                "peaks" => Peaks(got, value!.AsObject()),
                _ when Lists.TryGetValue(key, out var name) => InOrder(instants.Where(instant => instant.Name == name), Names(value)),
                _ when !got.Summary.ContainsKey(key) => "it is missing",
                _ => JsonMatch.Difference(got.Summary[key], value),
            };
            if (difference is not null)
            {
                yield return $"summary, {key}: {difference}";
            }
        }
    }

    /// <summary>The lanes in order of time; at equal times the order across lanes is not binding.</summary>
    private static string? InOrder(IEnumerable<ComparedInstant> got, List<string> expected)
    {
        var ordered = got.OrderBy(instant => instant.At).ToList();
        var matches = ordered.Count == expected.Count;
        for (int start = 0, end; matches && start < ordered.Count; start = end)
        {
            end = start + ordered.Skip(start).TakeWhile(instant => Time.Same(instant.At, ordered[start].At)).Count();
            matches = SameItems(ordered[start..end].Select(instant => instant.Lane), expected[start..end]);
        }

        return matches ? null : Unlike(ordered.Select(instant => instant.Lane), expected);
    }

    private static string? Stuck(ComparedRun got, ComparedRun expected, List<string> lanes)
    {
        var known = expected.Spans.Select(span => span.Lane).ToHashSet();
        var stuck = got.Spans.Where(span => span.End is null && known.Contains(span.Lane)).Select(span => span.Lane).ToList();
        return SameItems(stuck, lanes) ? null : Unlike(stuck, lanes);
    }

    private static string? Peaks(ComparedRun got, JsonObject peaks)
    {
        var mine = new JsonObject(got.Counters
            .Where(counter => counter.Points.Count > 0 && peaks.ContainsKey(counter.Name))
            .Select(counter => KeyValuePair.Create(counter.Name, (JsonNode?)counter.Points.Max(point => point.Value))));
        return JsonMatch.Difference(mine, peaks);
    }

    private static List<string> Names(JsonNode? list) => [.. list!.AsArray().Select(lane => lane!.GetValue<string>())];

    private static bool SameItems(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));

    private static string Unlike(IEnumerable<string> got, IEnumerable<string> expected) =>
        $"expected [{string.Join(", ", expected)}], got [{string.Join(", ", got)}]";
}

namespace Handouts.Execution.References;

/// <summary>Instants: in every lane of the reference, those names that the reference uses, in the same order.</summary>
internal static class InstantMatch
{
    /// <summary>Names that a run may leave out lane by lane.</summary>
    private static readonly string[] OptionalPerLane = ["started", "finished"];

    /// <summary>Those of our instants that the reference speaks about.</summary>
    public static IReadOnlyList<ComparedInstant> Compared(IEnumerable<ComparedInstant> got, ComparedRun expected)
    {
        var names = expected.Instants.Select(instant => instant.Name).ToHashSet();
        var stated = expected.Instants.Select(instant => (instant.Lane, instant.Name)).ToHashSet();
        var lanes = expected.Instants.Select(instant => instant.Lane)
            .Concat(expected.Spans.Select(span => span.Lane))
            .ToHashSet();
        return [.. got.Where(instant => OptionalPerLane.Contains(instant.Name)
            ? stated.Contains((instant.Lane, instant.Name))
            : names.Contains(instant.Name) && lanes.Contains(instant.Lane))];
    }

    public static IEnumerable<string> Differences(
        IReadOnlyList<ComparedInstant> got, IReadOnlyList<ComparedInstant> expected)
    {
        var mine = got.ToLookup(instant => instant.Lane);
        var theirs = expected.ToLookup(instant => instant.Lane);
        return theirs.Select(lane => lane.Key)
            .Union(mine.Select(lane => lane.Key))
            .Select(lane => Difference(lane, [.. mine[lane]], [.. theirs[lane]]))
            .OfType<string>();
    }

    private static string? Difference(string lane, List<ComparedInstant> got, List<ComparedInstant> expected)
    {
        var common = Math.Min(got.Count, expected.Count);
        for (var i = 0; i < common; i++)
        {
            if (!got[i].Matches(expected[i]))
            {
                return $"lane {lane}: expected the instant {expected[i]}, got {got[i]}";
            }
        }

        return expected.Count > common ? $"lane {lane}: expected the instant {expected[common]}, got no more"
            : got.Count > common ? $"lane {lane}: expected no more instants, got {got[common]}"
            : null;
    }
}

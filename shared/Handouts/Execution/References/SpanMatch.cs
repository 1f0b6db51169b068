namespace Handouts.Execution.References;

/// <summary>Spans: in every lane that has spans in the reference, the same ones in the same order.</summary>
internal static class SpanMatch
{
    public static IEnumerable<string> Differences(IReadOnlyList<ComparedSpan> got, IReadOnlyList<ComparedSpan> expected)
    {
        var mine = got.ToLookup(span => span.Lane);
        return expected.GroupBy(span => span.Lane)
            .Select(lane => Difference(lane.Key, [.. mine[lane.Key]], [.. lane]))
            .OfType<string>();
    }

    /// <summary>The first difference in a lane: what follows it is mostly its consequence.</summary>
    private static string? Difference(string lane, List<ComparedSpan> got, List<ComparedSpan> expected)
    {
        var next = 0;
        foreach (var span in expected)
        {
            // Time that no recorded activity covers may match a wait of the reference, or be of no interest to it.
            while (next < got.Count && got[next].IsDerived && !got[next].Matches(span))
            {
                next++;
            }

            if (next == got.Count)
            {
                return $"lane {lane}: expected {span}, got nothing more";
            }

            if (!got[next].Matches(span))
            {
                return $"lane {lane}: expected {span}, got {got[next]}";
            }

            next++;
        }

        return got.Skip(next).FirstOrDefault(span => !span.IsDerived) is { } extra
            ? $"lane {lane}: expected no more spans, got {extra}"
            : null;
    }
}

namespace Handouts.Notebooks.Contracts;

/// <summary>The first difference between two texts, short enough to read.</summary>
internal static class LineDifference
{
    private const int Context = 40;

    /// <summary>What was expected and what is there instead; null if the lines are the same.</summary>
    public static string? First(IReadOnlyList<string> expected, IReadOnlyList<string> got)
    {
        var same = expected.Zip(got).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == expected.Count && same == got.Count ? null
            : same == expected.Count ? $"line {same + 1}: expected nothing more, got {Excerpt(got[same], 0)}"
            : same == got.Count ? $"line {same + 1}: expected {Excerpt(expected[same], 0)}, got nothing more"
            : $"line {same + 1}: {InLine(expected[same], got[same])}";
    }

    private static string InLine(string expected, string got)
    {
        var at = expected.AsSpan().CommonPrefixLength(got);
        return $"expected {Excerpt(expected, at)}, got {Excerpt(got, at)}";
    }

    private static string Excerpt(string line, int at)
    {
        var start = Math.Max(0, at - Context);
        var end = Math.Min(line.Length, at + Context);
        var kind = start == 0 ? "" : line[..Math.Min(start, line.IndexOf('|', StringComparison.Ordinal) + 2)];
        return $"“{kind}{(start > kind.Length ? "…" : "")}{line[Math.Max(start, kind.Length)..end]}{(end < line.Length ? "…" : "")}”";
    }
}

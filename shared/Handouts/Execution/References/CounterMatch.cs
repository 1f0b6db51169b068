using System.Globalization;

namespace Handouts.Execution.References;

/// <summary>Counters: every one of the reference, point by point.</summary>
internal static class CounterMatch
{
    public static IEnumerable<string> Differences(
        IReadOnlyList<ComparedCounter> got, IReadOnlyList<ComparedCounter> expected) =>
        expected.Select(counter => Difference(got.FirstOrDefault(mine => mine.Name == counter.Name), counter)).OfType<string>();

    private static string? Difference(ComparedCounter? got, ComparedCounter expected)
    {
        if (got is null)
        {
            return $"counter {expected.Name}: it is not recorded";
        }

        var common = Math.Min(got.Points.Count, expected.Points.Count);
        for (var i = 0; i < common; i++)
        {
            if (!Time.Same(got.Points[i].At, expected.Points[i].At) || got.Points[i].Value != expected.Points[i].Value)
            {
                return $"counter {expected.Name}: expected {Text(expected.Points[i])}, got {Text(got.Points[i])}";
            }
        }

        return expected.Points.Count > common ? $"counter {expected.Name}: expected {Text(expected.Points[common])}, got no more points"
            : got.Points.Count > common ? $"counter {expected.Name}: expected no more points, got {Text(got.Points[common])}"
            : null;
    }

    private static string Text((double At, double Value) point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Value} at {Time.Text(point.At)}");
}

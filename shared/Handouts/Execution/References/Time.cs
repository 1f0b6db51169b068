using System.Globalization;

namespace Handouts.Execution.References;

/// <summary>Times in seconds, as runs have them: rounded to one microsecond.</summary>
internal static class Time
{
    /// <summary>One microsecond, and what binary fractions add to it.</summary>
    public const double Tolerance = 1e-6 + 1e-9;

    public static bool Same(double? one, double? other) =>
        one is null ? other is null : other is not null && Math.Abs(one.Value - other.Value) <= Tolerance;

    public static string Text(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}

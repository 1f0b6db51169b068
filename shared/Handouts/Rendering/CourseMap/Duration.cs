namespace Handouts.Rendering.CourseMap;

/// <summary>Minutes in words.</summary>
internal static class Duration
{
    /// <summary>"3 h 40"; under an hour "40 min".</summary>
    public static string Short(int minutes) =>
        minutes < 60 ? $"{minutes} min" : $"{minutes / 60} h {minutes % 60:00}";

    /// <summary>"8 hours and 20 minutes".</summary>
    public static string Words(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Count(rest, "minute"),
        (var hours, 0) => Count(hours, "hour"),
        var (hours, rest) => $"{Count(hours, "hour")} and {Count(rest, "minute")}",
    };

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}

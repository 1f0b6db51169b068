using System.Globalization;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>What counters are called and what their values mean.</summary>
internal static class CounterWords
{
    private const string Permits = "permits-in-use";
    private const string Queue = "queue-depth";

    public static bool CountsPermits(Counter counter) => Kind(counter) == Permits;

    public static bool CountsQueue(Counter counter) => Kind(counter) == Queue;

    /// <summary>What the limit counts: "permits", "places", or nothing in particular.</summary>
    public static string Unit(Counter counter) => Kind(counter) switch
    {
        Permits => "permits",
        Queue => "places",
        _ => "",
    };

    /// <summary>"limit: 3 permits".</summary>
    public static string Limit(Counter counter, int limit)
    {
        var unit = limit == 1 ? Unit(counter).TrimEnd('s') : Unit(counter);
        return $"limit: {limit} {unit}".TrimEnd();
    }

    /// <summary>"98 at most, the limit is 100".</summary>
    public static string Peak(Counter counter) => string.Create(
        CultureInfo.InvariantCulture, $"{counter.Peak:N0} at most{(counter.Limit is { } limit ? $", the limit is {limit:N0}" : "")}");

    /// <summary>The value as it stands in the picture.</summary>
    public static string Value(Counter counter, int value) => value != counter.Limit || value == 0
        ? value.ToString()
        : Kind(counter) switch
        {
            Permits => value == 1 ? "in use" : $"all {value} in use",
            Queue => "full",
            _ => $"{value}, the limit",
        };

    /// <summary>The value as part of a sentence.</summary>
    public static string Phrase(Counter counter, int value) => (Kind(counter), counter.Limit) switch
    {
        (Permits, { } limit) => $"{value} of {limit} {(limit == 1 ? "permit" : "permits")} in use",
        (Permits, _) => $"{value} inside",
        (Queue, { } limit) => $"{value} of {limit} in the queue",
        (Queue, _) => $"{value} in the queue",
        (_, { } limit) => $"{value} of {limit} {LaneNames.Short(Words.Spaced(counter.Name))}",
        _ => $"{value} {LaneNames.Short(Words.Spaced(counter.Name))}",
    };

    /// <summary>The second semaphore of a run counts in "permits-in-use (2)".</summary>
    private static string Kind(Counter counter) => counter.Name.Split(' ')[0];
}

using System.Globalization;
using System.Text.RegularExpressions;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Wording;

/// <summary>Names of lanes as a reader would say them: "sessions 1–3", "callers B and C", "eu-west and ap-south".</summary>
internal static partial class LaneNames
{
    /// <summary>The longest list of names in a sentence; beyond it the rest is counted.</summary>
    private const int MostNames = 5;

    /// <summary>Names in a sentence are cut here; the table has them whole.</summary>
    private const double MostPixels = 180;

    /// <summary>Only a known noun takes a plural: "sessions 1 and 2", but "good-1 and good-2".</summary>
    private static readonly HashSet<string> Nouns =
    [
        "session", "request", "consumer", "producer", "caller", "worker", "task", "call", "job", "client", "server",
        "reader", "writer", "philosopher", "customer", "order", "download", "upload", "fetch", "page", "file", "url",
        "user", "thread", "agent", "child", "visitor", "runner", "message", "lane", "waiter", "philosopher", "crawler",
    ];

    public static string Short(string lane) => Words.Isolate(TextWidth.Shorten(lane, MostPixels));

    /// <summary>Lanes as part of a sentence.</summary>
    public static string List(IReadOnlyCollection<string> lanes)
    {
        if (lanes.Count > 1 && CommonNoun(lanes) is { } noun)
        {
            var numbers = lanes.Select(lane => Parts(lane)!.Value.Number).ToList();
            return $"{Words.Plural(noun)} {Range(numbers) ?? Several(numbers)}";
        }

        return Several([.. lanes.Select(Short)]);
    }

    /// <summary>Lanes as the label of one row: "calls 1–10", "north 1–10", "eu-west … ap-south".</summary>
    public static string Row(IReadOnlyList<string> lanes)
    {
        if (lanes.Count > 1 && CommonStem(lanes) is { } stem
            && Range([.. lanes.Select(lane => Parts(lane)!.Value.Number)]) is { } range)
        {
            return $"{(Nouns.Contains(stem) ? Words.Plural(stem) : stem)} {range}";
        }

        return lanes.Count == 1 ? lanes[0] : $"{lanes[0]} … {lanes[^1]}";
    }

    /// <summary>The noun that all these lanes are numbered by, or null.</summary>
    public static string? CommonNoun(IReadOnlyCollection<string> lanes) =>
        CommonStem(lanes) is { } stem && Nouns.Contains(stem) ? stem : null;

    private static string? CommonStem(IReadOnlyCollection<string> lanes) =>
        lanes.Select(lane => Parts(lane)?.Noun).Distinct().Take(2).ToList() is [{ } stem] ? stem : null;

    private static (string Noun, string Number)? Parts(string lane) =>
        Numbered().Match(lane) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>"1–9" if the numbers follow one another, else null.</summary>
    private static string? Range(List<string> numbers)
    {
        if (numbers.Count < 3 || !int.TryParse(numbers[0], CultureInfo.InvariantCulture, out var first))
        {
            return null;
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            if (!int.TryParse(numbers[i], CultureInfo.InvariantCulture, out var number) || number != first + i)
            {
                return null;
            }
        }

        return $"{first}–{first + numbers.Count - 1}";
    }

    private static string Several(List<string> names) => names.Count <= MostNames + 1
        ? Words.Join(names)
        : $"{string.Join(", ", names.Take(MostNames))} and {Words.Number(names.Count - MostNames)} more";

    [GeneratedRegex(@"\A([A-Za-z]{1,40})-(\w{1,12})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

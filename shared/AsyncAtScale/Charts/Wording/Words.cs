using System.Globalization;

namespace AsyncAtScale.Charts.Wording;

/// <summary>Numbers, times and lists in plain English.</summary>
internal static class Words
{
    private static readonly string[] Small =
    [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    private static readonly string[] Tens =
        ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>"nine", "twenty", "a hundred"; in figures where a word would be long.</summary>
    public static string Number(int number) => number switch
    {
        >= 0 and <= 12 => Small[number],
        < 100 when number % 10 == 0 && number > 0 => Tens[number / 10],
        100 => "a hundred",
        1000 => "a thousand",
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>Numbers of one sentence: all in words, or all in figures if one has no short word.</summary>
    public static IReadOnlyList<string> Numbers(params IReadOnlyList<int> numbers)
    {
        var words = numbers.Select(Number).ToList();
        return words.Exists(word => char.IsDigit(word[0]))
            ? [.. numbers.Select(number => number.ToString("N0", CultureInfo.InvariantCulture))]
            : words;
    }

    /// <summary>"one permit", "three permits".</summary>
    public static string Count(int number, string noun) => $"{Number(number)} {(number == 1 ? noun : Plural(noun))}";

    public static string Plural(string noun) => noun switch
    {
        "child" => "children",
        _ when noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2]) => noun[..^1] + "ies",
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) => noun + "es",
        _ => noun + "s",
    };

    /// <summary>A time as a plain number of seconds: "0", "0.3", "2".</summary>
    public static string Figure(TimeSpan time) =>
        Math.Round(time.TotalSeconds, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A time as precise as it was recorded, for the script: "0.297658".</summary>
    public static string Exact(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A time with its unit: "0.3 s".</summary>
    public static string Seconds(TimeSpan time) => Figure(time) + " s";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "nobody",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    /// <summary>
    /// A text that may be written from right to left, kept from turning the rest of the sentence round; a text in
    /// Latin letters as it is.
    /// </summary>
    public static string Isolate(string text) => text.Any(MayTurn) ? $"\u2068{text}\u2069" : text;

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"queue-depth" as "queue depth".</summary>
    public static string Spaced(string name) => name.Replace('-', ' ');

    /// <summary>Letters of Hebrew, Arabic and their neighbours, and the signs that set a direction.</summary>
    private static bool MayTurn(char letter) => letter
        is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufeff')
        or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
        or (>= '\ud802' and <= '\ud83b');
}

using System.Text.RegularExpressions;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Makes our own script short enough to travel with every chart: no comments, no blanks, short local names. Our scripts keep to
/// what this needs: every statement ends with a semicolon, there is no regular expression, quotes are single.
/// </summary>
internal static partial class ScriptText
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Compact(string script)
    {
        var dense = Needless().Replace(Comments().Replace(script, ""), match => match.Groups[1].Value).Trim();
        var shorter = ShortNames(dense);
        return Words().Replace(dense, match => match.Groups["text"].Success ? match.Value : shorter.GetValueOrDefault(match.Value, match.Value));
    }

    /// <summary>
    /// New names for what is declared here, unless the same word is a property somewhere, or stands in a template.
    /// </summary>
    private static Dictionary<string, string> ShortNames(string script)
    {
        var code = Texts().Replace(script, "''");
        var taken = Properties().Matches(code).Select(match => match.Groups["name"].Value)
            .Concat(Texts().Matches(script).SelectMany(text => Plain().Matches(text.Value)).Select(word => word.Value));
        return Declared().Matches(code).Select(match => match.Groups["name"].Value).Except(taken)
            .Select((name, index) => (name, Short: (index < Letters.Length ? '$' : '_') + Letters.Substring(index % Letters.Length, 1)))
            .ToDictionary(entry => entry.name, entry => entry.Short);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Texts and the blank between two words, which are kept; and all other blanks.</summary>
    [GeneratedRegex(@"(`[^`]*`|'[^'\n]*'|(?<=[\w$])[ ](?=[\w$]))|\s+")]
    private static partial Regex Needless();

    [GeneratedRegex(@"'[^'\n]*'|`[^`]*`")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Plain();

    /// <summary>After a dot, unless it is the last of three; and before a colon.</summary>
    [GeneratedRegex(@"(?<!\.\.)\.(?<name>\w+)|(?<name>\w+):", RegexOptions.ExplicitCapture)]
    private static partial Regex Properties();

    [GeneratedRegex(@"\b(const|let) (?<name>\w{3,})|(?<=,)(?<name>\w{3,})(?==[^=])|(?<name>\w{3,})(?==>)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<text>'[^'\n]*'|`[^`]*`)|(?<![\w$])(?<!(?<!\.\.)\.)[A-Za-z]\w+", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

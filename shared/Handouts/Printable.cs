using System.Text;
using System.Text.RegularExpressions;

namespace Handouts;

/// <summary>
/// Text of unknown origin (what cells print, their errors, names of files) as it may be shown: it cannot command a
/// terminal, and what cannot be seen is made visible.
/// </summary>
internal static partial class Printable
{
    /// <summary>The first of the pictures that stand for the control characters 0 to 31.</summary>
    private const char ControlPictures = '\u2400';

    private const char DeletePicture = '\u2421';

    /// <summary>
    /// The text without escape sequences; every other control character but tab and line feed is replaced by its
    /// picture, a carriage return by a line feed, half a surrogate pair by U+FFFD. Plain text stays as it is.
    /// </summary>
    public static string Of(string text)
    {
        if (!Suspicious().IsMatch(text))
        {
            return text;
        }

        var plain = EscapeSequence().Replace(text, "").ReplaceLineEndings("\n");
        var shown = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes())
        {
            shown.Append(Shown(rune));
        }

        return shown.ToString();
    }

    private static Rune Shown(Rune rune) => rune.Value switch
    {
        '\t' or '\n' => rune,
        < ' ' => new Rune((char)(ControlPictures + rune.Value)),
        0x7F => new Rune(DeletePicture),
        > 0x7F and < 0xA0 => Rune.ReplacementChar,
        _ => rune,
    };

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\ud800-\udfff]")]
    private static partial Regex Suspicious();

    /// <summary>The sequences of ECMA-48: control sequences, then strings up to their end, then the short ones.</summary>
    [GeneratedRegex(@"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]")]
    private static partial Regex EscapeSequence();
}

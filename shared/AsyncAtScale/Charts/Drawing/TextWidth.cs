using System.Globalization;
using System.Text;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Estimates how wide a text will be. Nobody can measure before the page is there, so the estimate is generous:
/// DejaVu Sans, the widest face that <c>system-ui</c> stands for.
/// </summary>
internal static class TextWidth
{
    private const string Narrow = "ijl.,'|:;· ";
    private const string Slim = "tfr()-";
    private const string Broad = "mwMW";

    /// <summary>The width in pixels.</summary>
    public static double Of(string text, double size = 11) => text.EnumerateRunes().Sum(Em) * size;

    /// <summary>The text, cut at the end with an ellipsis if it is wider than so many pixels.</summary>
    public static string Shorten(string text, double pixels, double size = 11)
    {
        // No sentence needs more letters than pixels: a name of ten thousand is not measured to its end.
        if (text.Length <= pixels && Of(text, size) <= pixels)
        {
            return text;
        }

        var width = Em(new Rune('…')) * size;
        var kept = new StringBuilder();
        foreach (var element in Elements(text))
        {
            width += Of(element, size);
            if (width > pixels)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>What a reader sees as one character: an emoji with its modifiers is never cut in two.</summary>
    private static IEnumerable<string> Elements(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        < 128 when Narrow.Contains((char)rune.Value) => 0.36,
        '·' => 0.36,
        < 128 when Slim.Contains((char)rune.Value) => 0.42,
        < 128 when Broad.Contains((char)rune.Value) => 0.95,
        >= 0x1100 => 1.1,
        _ => 0.64,
    };
}

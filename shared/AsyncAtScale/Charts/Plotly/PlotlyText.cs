using System.Text;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>
/// Texts as plotly.js takes them: it reads a little HTML (bold, links, line breaks) and formulas between dollar signs
/// out of every label, so that a name must be kept from being either. Packages, in turn, fill their pages by replacing
/// [DATA] and [LAYOUT] wherever they stand: a lane of that name would put the layout into the middle of a string.
/// </summary>
internal static class PlotlyText
{
    private const double MostPixels = 420;

    /// <summary>A name as plain text, cut where it is longer than a label may be.</summary>
    public static string Of(string text, double pixels = MostPixels)
    {
        var plain = new StringBuilder();
        foreach (var rune in TextWidth.Shorten(text, pixels).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => plain.Append("&amp;"),
                '<' => plain.Append("&lt;"),
                '>' => plain.Append("&gt;"),
                '$' => plain.Append("&#36;"),
                '[' => plain.Append("&#91;"),
                '\t' or '\n' or '\r' => plain.Append(' '),
                < ' ' or (>= 0x7f and < 0xa0) => plain.Append('\ufffd'),
                _ => plain.Append(rune.ToString()),
            };
        }

        return plain.ToString();
    }

    /// <summary>Several lines, each of them plain text.</summary>
    public static string Lines(params IEnumerable<string> lines) =>
        string.Join("<br>", lines.Where(line => line.Length > 0).Select(line => Of(line)));
}

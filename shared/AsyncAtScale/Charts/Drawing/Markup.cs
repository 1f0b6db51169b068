using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// HTML or SVG that is safe to insert as it stands. Text that is put into one is escaped on the way in, so that
/// a lane called <c>&lt;/script&gt;</c> is only a strange name.
/// </summary>
internal readonly struct Markup
{
    public static readonly Markup Empty;

    private readonly string? _html;

    private Markup(string html) => _html = html;

    /// <summary>A piece of markup; interpolated strings are escaped, numbers written with a decimal point.</summary>
    public static Markup Of(MarkupBuilder html) => new(html.ToString());

    /// <summary>Markup from a trusted source, such as our own style sheet.</summary>
    public static Markup Raw(string html) => new(html);

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._html)));

    public static Markup operator +(Markup first, Markup second) => new(first._html + second._html);

    public override string ToString() => _html ?? "";
}

/// <summary>What the compiler makes of an interpolated string that is meant to be markup.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupBuilder(int literalLength, int holes)
{
    private readonly StringBuilder _html = new(literalLength + (holes * 8));

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

    public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(double number) => _html.Append(CultureInfo.InvariantCulture, $"{number:0.##}");

    public void AppendFormatted(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': _html.Append("&amp;"); break;
                case '<': _html.Append("&lt;"); break;
                case '>': _html.Append("&gt;"); break;
                case '"': _html.Append("&quot;"); break;
                case '\'': _html.Append("&#39;"); break;
                case '\t' or '\n' or '\r': _html.Append(' '); break;
                // HTML has no way to write a control character.
                case < ' ' or (>= 0x7f and < 0xa0): _html.Append('\ufffd'); break;
                default: _html.Append(rune.ToString()); break;
            }
        }
    }

    public override string ToString() => _html.ToString();
}

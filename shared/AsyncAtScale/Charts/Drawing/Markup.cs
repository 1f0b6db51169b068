using System.Buffers;
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

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._html)));

    public static Markup operator +(Markup first, Markup second) => new(first._html + second._html);

    public override string ToString() => _html ?? "";
}

/// <summary>What the compiler makes of an interpolated string that is meant to be markup.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupBuilder(int literalLength, int holes)
{
    /// <summary>What may need to be written differently: signs of HTML, control characters, surrogates.</summary>
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Concat(Enumerable.Range(0x7f, 0x21)).Concat(Enumerable.Range(0xd800, 0x800)).Select(code => (char)code), .. "&<>\"'"]);

    private readonly StringBuilder _html = new(literalLength + (holes * 8));

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

    public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(double number) => _html.Append(CultureInfo.InvariantCulture, $"{number:0.##}");

    public void AppendFormatted(string? text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Suspicious) is var at && at >= 0)
        {
            _html.Append(rest[..at]);
            Rune.DecodeFromUtf16(rest[at..], out var rune, out var length);
            AppendEscaped(rune);
            rest = rest[(at + length)..];
        }

        _html.Append(rest);
    }

    public override string ToString() => _html.ToString();

    private void AppendEscaped(Rune rune)
    {
        _ = rune.Value switch
        {
            '&' => _html.Append("&amp;"),
            '<' => _html.Append("&lt;"),
            '>' => _html.Append("&gt;"),
            '"' => _html.Append("&quot;"),
            '\'' => _html.Append("&#39;"),
            '\t' or '\n' or '\r' => _html.Append(' '),
            // HTML has no way to write a control character; half a surrogate pair has become this sign already.
            < ' ' or (>= 0x7f and < 0xa0) => _html.Append('\ufffd'),
            _ => _html.Append(rune.ToString()),
        };
    }
}

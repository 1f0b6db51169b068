using System.Globalization;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Text;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Demos;

/// <summary>The sum of the parts above the whole: two bars on one scale.</summary>
internal static class MeasurePicture
{
    private const int Columns = 60;

    /// <summary>The width that letters may count on: the picture of a narrow page.</summary>
    private const double Pixels = 420;

    private static readonly string Css = Palette.Rules(".course-measure", "k", "m", "ws", "run", "on") + """
        .course-measure{font:13px/1.45 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));color:var(--k);max-width:40rem;margin:0 0 8px}
        .course-measure p{margin:0 0 6px;font-weight:600}
        .course-measure svg{display:block;width:100%;overflow:visible}
        .course-measure text{font-size:11.5px;fill:var(--m)}
        .course-measure rect{height:20px;rx:3px;fill:var(--run);stroke:var(--bg);stroke-width:1.5}
        .course-measure .w{fill:var(--bg);stroke:var(--run);stroke-width:1.8}
        .course-measure .in{fill:var(--on)}.course-measure .out{fill:var(--run)}
        """.ReplaceLineEndings("");

    public static string Html(Measure measure)
    {
        var longest = Longest(measure);
        var at = 0.0;
        var parts = Markup.Empty;
        foreach (var part in measure.Parts)
        {
            parts += Bar(at / longest, part.Seconds / longest, 16, part.Name, $"{LaneNames.Short(part.Name)} {Measure.Figure(part.Seconds)} s", "", "in");
            at += part.Seconds;
        }

        var whole = Bar(0, measure.Whole / longest, 58, "the whole", $"{Measure.Figure(measure.Whole)} s", " class=\"w\"", "out");
        return Markup.Of($"""<div class="course-measure hideable"><style data-course="measure">{Markup.Raw(Css)}</style><p>{measure.Sentence}</p><svg height="80" role="img" aria-label="{Description(measure)}"><text y="11">the parts, one after the other: {Measure.Figure(measure.Sum)} s</text>{parts}<text y="53">as it ran: {Measure.Figure(measure.Whole)} s</text>{whole}</svg></div>""").ToString();
    }

    public static string Text(Measure measure)
    {
        var longest = Longest(measure);
        var parts = string.Concat(Cuts(measure).Select(cut => Slab(cut.Name, Column(cut.To, longest) - Column(cut.From, longest), '█')));
        var whole = Slab("", Column(measure.Whole, longest), '░');
        return $"{measure.Sentence}\n\nparts  {parts}  {Measure.Figure(measure.Sum)} s\nwhole  {whole}  {Measure.Figure(measure.Whole)} s";
    }

    private static Markup Bar(double from, double share, int y, string name, string text, string kind, string letters)
    {
        var (x, width) = (TimeAxis.Percent(from), TimeAxis.Percent(share));
        var fits = TextWidth.Of(text) + 12 < share * Pixels ? text : TextWidth.Of(name) + 12 < share * Pixels ? name : "";
        var label = fits.Length == 0 ? Markup.Empty : Markup.Of($"""<text class="{letters}" x="{x}" dx="6" y="{y + 14}">{fits}</text>""");
        return Markup.Of($"""<g><title>{text}</title><rect{Markup.Raw(kind)} x="{x}" y="{y}" width="{width}"/>{label}</g>""");
    }

    private static string Description(Measure measure) => measure.Sentence + " "
        + string.Join(", ", measure.Parts.Take(12).Select(part => $"{LaneNames.Short(part.Name)} {Measure.Figure(part.Seconds)} s"))
        + (measure.Parts.Count > 12 ? " …" : "");

    private static IEnumerable<(string Name, double From, double To)> Cuts(Measure measure)
    {
        var at = 0.0;
        foreach (var part in measure.Parts)
        {
            yield return (part.Name, at, at += part.Seconds);
        }
    }

    private static double Longest(Measure measure) => Math.Max(1e-9, Math.Max(measure.Sum, measure.Whole));

    private static int Column(double seconds, double longest) => (int)Math.Round(seconds / longest * Columns);

    /// <summary>A bar of so many characters, with its name in it where there is room.</summary>
    private static string Slab(string name, int columns, char body)
    {
        var word = name.Length == 0 ? "" : $" {TextGantt.Name(name, 24)} ";
        var bar = columns <= 0 ? "" : new string(body, columns - 1) + (body == '█' ? '▌' : body);
        return word.Length + 3 > columns ? bar : string.Create(CultureInfo.InvariantCulture, $"{body}{word}{bar[(word.Length + 1)..]}");
    }
}

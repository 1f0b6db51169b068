using System.Text.RegularExpressions;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The style sheets and the script of all Gantt charts. They are the same in every fragment, to the byte, so that a
/// handout needs them once; what differs from chart to chart is a class, and a small sheet of the few rules it needs.
/// </summary>
internal static partial class ChartStyle
{
    /// <summary>The class of the figure.</summary>
    public const string Chart = "course-gantt";

    private static readonly Lazy<string> Base = new(() => Palette.Rules("." + Chart) + FigureSheet("gantt.css") + $".{Chart}{{{Fits()}}}");
    private static readonly Lazy<string> Zooming = new(() => CompactSheet(Resource("zoom.css")));
    private static readonly Lazy<string> Live = new(() => ScriptText.Compact(Resource("gantt.js")));

    /// <summary>What makes the charts of a page live: playback, tool tips, keys, zoom.</summary>
    public static string Script => Live.Value;

    /// <summary>The style elements of one chart: what all need, and as little as possible of what only some do.</summary>
    public static Markup Sheets(IReadOnlyList<Panel> panels, ChartFrame frame) =>
        Sheet("gantt", Base.Value)
        + (frame.OffersZoom ? Sheet("zoom", Zooming.Value) : Markup.Empty)
        + Sheet("own", $".{Chart}{{&.l{frame.Left}{{--l:{frame.Left}px}}&.r{frame.Right}{{--r:{frame.Right}px}}{Filters(panels)}}}");

    private static Markup Sheet(string name, string css) => Markup.Of($"""<style data-course="{name}">{Markup.Raw(css)}</style>""");

    /// <summary>What the reader has switched off in the legend is not seen.</summary>
    private static string Filters(IReadOnlyList<Panel> panels) =>
        string.Join(',', Legend.FiltersIn(panels).Select(name => $"&:has(.q-{name}:not(:checked)) .in .{name}")) is { Length: > 0 } rules
            ? rules + "{visibility:hidden}" : "";

    /// <summary>
    /// A text that fits from a step on, and the shorter one that stands there until then. Wide steps come first: what is too
    /// long for a narrow one stays away, whatever was said before.
    /// </summary>
    private static string Fits() =>
        string.Join(',', ChartFrame.Steps.Skip(1).Select((_, index) => $".u{index + 1}")) + "{display:none}"
        + string.Concat(ChartFrame.Steps.Skip(1).Select((width, index) =>
            $"@container(width<{width}px){{.f{index + 1}{{display:none}}.u{index + 1}{{display:inline}}}}").Reverse());

    /// <summary>The text of a style sheet or script of this folder.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(ChartStyle).Assembly.GetManifestResourceStream("AsyncAtScale.Charts." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The compact style sheet of one kind of chart; what all kinds have in common stands in it where it says <c>@figure</c>.</summary>
    public static string FigureSheet(string name) => CompactSheet(Resource(name).Replace("@figure;", Resource("figure.css"), StringComparison.Ordinal));

    /// <summary>A style sheet without comments, indentation and needless blanks.</summary>
    public static string CompactSheet(string css) =>
        Nested().Replace(Blanks().Replace(Comments().Replace(css, ""), match => match.Groups[1].Value), "$1").Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Line breaks and indentation; the blanks around the signs that need none; the last semicolon.</summary>
    [GeneratedRegex(@"\s*\n\s*|;\s*(?=\})|\s*([{};,>])\s*|(?<=:)\s+")]
    private static partial Regex Blanks();

    /// <summary>A class in a nested rule needs no sign of nesting before it.</summary>
    [GeneratedRegex(@"([{};,])& (?=\.)")]
    private static partial Regex Nested();
}

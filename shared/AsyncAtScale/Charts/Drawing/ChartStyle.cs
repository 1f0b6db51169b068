using System.Text.RegularExpressions;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The style sheet and the script of all Gantt charts. They are the same in every fragment, to the byte, so that a
/// handout needs them once; what differs from chart to chart is a class.
/// </summary>
internal static partial class ChartStyle
{
    /// <summary>The class of the figure.</summary>
    public const string Chart = "course-gantt";

    private static readonly Lazy<string> Sheet = new(() => Palette.Rules("." + Chart)
        + CompactSheet(Resource("gantt.css")) + $".{Chart}{{{Margins()}{Filters()}{Fits()}}}");

    private static readonly Lazy<string> Live = new(() => CompactScript(Resource("gantt.js")));

    public static string Css => Sheet.Value;

    /// <summary>What makes the charts of a page live: playback, tool tips, keys, zoom.</summary>
    public static string Script => Live.Value;

    private static string Margins() =>
        string.Concat(Steps(ChartFrame.LeastLeft, ChartFrame.MostLeft).Select(left => $"&.l{left}{{--l:{left}px}}"))
        + string.Concat(Steps(ChartFrame.LeastRight, ChartFrame.MostRight).Select(right => $"&.r{right}{{--r:{right}px}}"));

    private static IEnumerable<int> Steps(int least, int most) =>
        Enumerable.Range(0, ((most - least) / ChartFrame.MarginStep) + 1).Select(step => least + (step * ChartFrame.MarginStep));

    /// <summary>What the reader has switched off in the legend is not seen.</summary>
    private static string Filters() =>
        string.Join(',', Legend.Filters.Select(name => $"&:has(.q-{name}:not(:checked)) .in .{name}")) + "{visibility:hidden}";

    /// <summary>A text that fits from a step on, and the shorter one that stands there until then.</summary>
    private static string Fits() => string.Concat(ChartFrame.Steps.Skip(1).Select((width, index) =>
        $"@container(width<{width}px){{.f{index + 1}{{display:none}}}}@container(width>={width}px){{.u{index + 1}{{display:none}}}}"));

    /// <summary>The text of a style sheet or script of this folder.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(ChartStyle).Assembly.GetManifestResourceStream("AsyncAtScale.Charts." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A style sheet without comments, indentation and needless blanks.</summary>
    public static string CompactSheet(string css) =>
        Nested().Replace(Blanks().Replace(Comments().Replace(css, ""), match => match.Groups[1].Value), "$1").Trim();

    /// <summary>Comments and blanks go, but for blanks in a text or between two words.</summary>
    private static string CompactScript(string script) =>
        Needless().Replace(Comments().Replace(script, ""), match => match.Groups[1].Value).Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Line breaks and indentation; and the blanks around the signs that need none.</summary>
    [GeneratedRegex(@"\s*\n\s*|\s*([{};,>])\s*|(?<=:)\s+")]
    private static partial Regex Blanks();

    /// <summary>Texts, and the blank between two words, which are kept; and all other blanks.</summary>
    [GeneratedRegex(@"(`[^`]*`|'[^'\n]*'|(?<=[\w$])[ ](?=[\w$]))|\s+")]
    private static partial Regex Needless();

    /// <summary>A class in a nested rule needs no sign of nesting before it.</summary>
    [GeneratedRegex(@"([{};,])& (?=\.)")]
    private static partial Regex Nested();
}

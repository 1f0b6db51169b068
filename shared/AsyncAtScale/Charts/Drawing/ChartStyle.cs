using System.Text.RegularExpressions;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The style sheet of all Gantt charts. It is the same in every fragment, to the byte, so that a handout needs it
/// once; what differs from chart to chart is a class.
/// </summary>
internal static partial class ChartStyle
{
    /// <summary>The class of the figure.</summary>
    public const string Chart = "course-gantt";

    private static readonly Lazy<string> Sheet = new(() => Palette.Rules("." + Chart) + Margins() + Compact(Resource("gantt.css")) + Fits());

    public static string Css => Sheet.Value;

    private static string Margins() =>
        string.Concat(Steps(ChartFrame.LeastLeft, ChartFrame.MostLeft).Select(left => $".{Chart}.l{left}{{--l:{left}px}}"))
        + string.Concat(Steps(ChartFrame.LeastRight, ChartFrame.MostRight).Select(right => $".{Chart}.r{right}{{--r:{right}px}}"));

    private static IEnumerable<int> Steps(int least, int most) =>
        Enumerable.Range(0, ((most - least) / ChartFrame.MarginStep) + 1).Select(step => least + (step * ChartFrame.MarginStep));

    /// <summary>A text that fits from a step on, and the shorter one that stands there until then.</summary>
    private static string Fits() => string.Concat(ChartFrame.Steps.Skip(1).Select((width, index) =>
        $"@container(width<{width}px){{.{Chart} .f{index + 1}{{display:none}}}}@container(width>={width}px){{.{Chart} .u{index + 1}{{display:none}}}}"));

    /// <summary>The text of a style sheet or script of this folder.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(ChartStyle).Assembly.GetManifestResourceStream("AsyncAtScale.Charts." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A style sheet without comments, indentation and needless blanks.</summary>
    public static string Compact(string css) =>
        Blanks().Replace(Comments().Replace(css, ""), match => match.Groups[1].Value).Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Line breaks and indentation; and the blanks around the signs that need none.</summary>
    [GeneratedRegex(@"\s*\n\s*|\s*([{};,>])\s*|(?<=:)\s+")]
    private static partial Regex Blanks();
}

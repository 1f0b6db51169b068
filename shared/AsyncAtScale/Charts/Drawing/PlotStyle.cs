using System.Collections.Concurrent;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The style sheet of series charts and overviews: the hand of the Gantt chart for what is no Gantt chart. The same in every
/// fragment, to the byte; what differs from chart to chart is a class.
/// </summary>
internal static class PlotStyle
{
    /// <summary>The class of the figure.</summary>
    public const string Plot = "course-plot";

    private const int LeastMargin = 24;
    private const int MostMargin = 200;

    private static readonly Lazy<string> Sheet = new(() => Palette.Rules("." + Plot) + Margins() + ChartStyle.FigureSheet("plot.css"));
    private static readonly ConcurrentDictionary<string, string> Scripts = new();

    public static string Css => Sheet.Value;

    /// <summary>A script that adds to the figures of its kind; it finds them by itself, and each only once.</summary>
    public static string Script(string name) => Scripts.GetOrAdd(name, kind => ChartStyle.Resource(kind + ".js"));

    /// <summary>The class of a margin that holds so many pixels.</summary>
    public static int Margin(double pixels) =>
        Math.Clamp((int)Math.Ceiling((pixels - LeastMargin) / ChartFrame.MarginStep) * ChartFrame.MarginStep + LeastMargin, LeastMargin, MostMargin);

    private static string Margins() => string.Concat(Enumerable.Range(0, ((MostMargin - LeastMargin) / ChartFrame.MarginStep) + 1)
        .Select(step => LeastMargin + (step * ChartFrame.MarginStep))
        .Select(pixels => $".{Plot}.l{pixels}{{--l:{pixels}px}}.{Plot}.r{pixels}{{--r:{pixels}px}}"));
}

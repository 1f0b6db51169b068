using AsyncAtScale.Display;

namespace AsyncAtScale.Charts;

/// <summary>
/// Numbers over time in the hand of the Gantt chart: load as steps, percentiles as lines, throughput as bars. Every series
/// has its name at its end, and a dash and a mark of its own beside its colour.
/// </summary>
/// <remarks>
/// The HTML works without scripts, in light, dark and print, from 360 pixels up; with one, a cursor reads the values out,
/// by pointer or by arrow keys. It carries its values as JSON. Its ids come from its content.
/// </remarks>
/// <example>
/// <code>
/// var chart = new SeriesChart("Depth of the queue",
///     Series.Steps("five places", [(0, 0), (0.2, 3), (0.5, 5), (1, 0)]),
///     Series.Steps("one place", [(0, 0), (0.1, 1), (1.6, 0)])) { Unit = "items" };
/// chart.Headline // Depth of the queue: at most 5 items (five places), 1 (one place).
/// </code>
/// </example>
public sealed class SeriesChart : HtmlView
{
    /// <summary>More lines than this nobody tells apart.</summary>
    public const int MostSeries = 6;

    private readonly Lazy<FigureData> _data;

    /// <summary>A chart of up to six series: lines and steps together, or bars alone.</summary>
    /// <param name="title">What is drawn.</param>
    /// <param name="series">The series, the one that matters most first.</param>
    /// <exception cref="ArgumentException">No series, more than six, or bars among lines, or bars of unequal intervals.</exception>
    public SeriesChart(string title, params IReadOnlyList<Series> series)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(series);
        Check(series);
        (Title, Series) = (title, [.. series]);
        _data = new(() => FigureData.Of(SeriesData.Json(this)));
    }

    /// <summary>What is drawn.</summary>
    public string Title { get; }

    /// <summary>The series, in the order in which they are told.</summary>
    public IReadOnlyList<Series> Series { get; }

    /// <summary>What is counted or measured: "calls", "items", "s"; empty for a bare number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A value to hold the series against, drawn as a dashed line: a limit, a target; null for none.</summary>
    public double? Limit { get; init; }

    /// <summary>What the limit is called: "the vendor's limit".</summary>
    public string LimitName { get; init; } = "limit";

    /// <summary>Whether the space between the lowest and the highest line is tinted: for percentiles of one thing.</summary>
    public bool HasBand { get; init; }

    /// <summary>The result in one sentence, as it stands above the chart: the author's, or computed.</summary>
    public string Headline
    {
        get => field ?? SeriesWords.Headline(this);
        init;
    }

    internal bool IsBars => Series[0].Kind == SeriesKind.Bars;

    /// <inheritdoc/>
    public override string ToHtml() => new SeriesFigure(this, _data.Value).Draw().ToString();

    /// <summary>The chart in characters, at most 80 in a line.</summary>
    public override string ToString() => SeriesText.Draw(this);

    private static void Check(IReadOnlyList<Series> series)
    {
        if (series.Count is 0 or > MostSeries)
        {
            throw new ArgumentException(
                series.Count == 0 ? "A chart needs at least one series." : $"Six series fit one chart; these are {series.Count}: make two charts.", nameof(series));
        }

        var bars = series.Count(one => one.Kind == SeriesKind.Bars);
        if (bars > 0 && (bars < series.Count || series.Any(one => one.Per != series[0].Per)))
        {
            throw new ArgumentException("Bars stand on one another: all series of their chart are bars, and of the same interval.", nameof(series));
        }
    }
}

using System.Globalization;
using System.Text;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts;

/// <summary>Draws steps and lines, a mark with its figure at each peak, and the names at the right.</summary>
internal sealed class LineLayer(SeriesChart chart, SeriesScale scale)
{
    /// <summary>The width of the inner picture in its own units: fine enough for any screen.</summary>
    private const int Width = 10_000;

    /// <summary>Up to here each point of a line has a mark.</summary>
    private const int MostMarks = 24;

    private const int LineOfText = 16;

    public Markup Draw()
    {
        var lines = Markup.Join(chart.Series.Select((series, index) =>
            Markup.Of($"""<path class="sl {SeriesLook.ClassOf(index)}" d="{PathOf(series)}"/>""")).Reverse());
        return Markup.Of($"""<svg class="sv" viewBox="0 0 {Width} {SeriesScale.Height}" preserveAspectRatio="none" width="100%" height="{SeriesScale.Height}">{Band()}{lines}</svg>""")
            + Markup.Join(chart.Series.Select(Marks).Reverse()) + Peaks() + Names();
    }

    private string PathOf(Series series)
    {
        var path = new StringBuilder();
        if (series is { Kind: SeriesKind.Steps, Points: [var first, ..] })
        {
            path.Append(CultureInfo.InvariantCulture, $"M{X(first.At)} {scale.Y(0)}");
        }

        foreach (var (at, value) in series.Points)
        {
            var command = series.Kind == SeriesKind.Steps ? "H" : path.Length == 0 ? "M" : "L";
            var joint = series.Kind == SeriesKind.Steps ? "V" : " ";
            path.Append(CultureInfo.InvariantCulture, $"{command}{X(at)}{joint}{scale.Y(value):0.#}");
        }

        return series.Kind == SeriesKind.Steps && path.Length > 0
            ? path.Append(CultureInfo.InvariantCulture, $"H{X(series.Until)}").ToString()
            : path.ToString();
    }

    private int X(double at) => (int)Math.Round(scale.Share(at) * Width);

    /// <summary>From the first series to the last and back.</summary>
    private Markup Band()
    {
        if (!chart.HasBand || chart.Series.Count < 2 || chart.Series.Any(series => series.Kind != SeriesKind.Line || series.Points.Count == 0))
        {
            return Markup.Empty;
        }

        var back = string.Concat(chart.Series[^1].Points.Reverse().Select(point => string.Create(CultureInfo.InvariantCulture, $"L{X(point.At)} {scale.Y(point.Value):0.#}")));
        return Markup.Of($"""<path class="bd" d="{PathOf(chart.Series[0])}{back}Z"/>""");
    }

    private Markup Marks(Series series, int index) => series.Kind == SeriesKind.Line && series.Points.Count <= MostMarks
        ? Markup.Join(series.Points.Select(point => At(point, SeriesLook.Mark(index))))
        : PeakOf(series) is { } peak ? At(peak, SeriesLook.Mark(index)) : Markup.Empty;

    private Markup At(SeriesPoint point, Markup content) =>
        Markup.Of($"""<svg class="at" x="{scale.X(point.At)}" y="{scale.Y(point.Value)}">{content}</svg>""");

    private static SeriesPoint? PeakOf(Series series) => series.Peak > 0 ? series.Points.First(point => point.Value == series.Peak) : null;

    /// <summary>The greatest value of each series, above its mark; one that would touch another stays away: the table has it.</summary>
    private Markup Peaks()
    {
        var taken = new List<(double X, double Y)>();
        var texts = Markup.Empty;
        foreach (var peak in chart.Series.Select(PeakOf).OfType<SeriesPoint>())
        {
            var place = (X: scale.Share(peak.At) * ChartFrame.UsualPlot, Y: scale.Y(peak.Value));
            if (taken.TrueForAll(other => Math.Abs(other.X - place.X) > 34 || Math.Abs(other.Y - place.Y) > 20))
            {
                taken.Add(place);
                texts += At(peak, Figure(peak, place.Y));
            }
        }

        return texts;
    }

    /// <summary>Above the mark; beside it at the top of the plot, where the figures of the axis stand, and at its edges.</summary>
    private Markup Figure(SeriesPoint peak, double y)
    {
        var (isRight, isBeside) = (scale.Share(peak.At) > 0.9, y < LineOfText || scale.Share(peak.At) is < 0.03 or > 0.97);
        var place = isBeside ? Markup.Of($" x=\"{(isRight ? -9 : 9)}\" y=\"4\"") : Markup.Of($" y=\"-9\"");
        return Markup.Of($"""<text class="pk{(isBeside ? isRight ? " bf" : " be" : "")}"{place}>{SeriesScale.Figure(peak.Value)}</text>""");
    }

    /// <summary>The names at the right, each at the height at which its line ends, pushed apart where lines end together.</summary>
    private Markup Names()
    {
        var names = chart.Series.Select((series, index) => (Series: series, Index: index, Y: EndOf(series)))
            .OrderBy(name => name.Y).ThenByDescending(name => name.Series.Peak).ToList();
        var places = Apart(names.ConvertAll(name => name.Y));
        return Markup.Join(names.Zip(places, (name, y) => Markup.Of($"""<svg class="at na" x="100%" y="{y}"><svg class="at" x="12">{SeriesLook.Stroke(name.Index)}</svg><text x="40" y="4">{TextWidth.Shorten(name.Series.Name, SeriesFigure.MostName)}</text></svg>""")));
    }

    private double EndOf(Series series) => scale.Y(series.Points.Count == 0 ? 0 : series.Points[^1].Value);

    /// <summary>Heights in the same order, at least a line of text apart and within the plot.</summary>
    private static List<double> Apart(List<double> heights)
    {
        var places = new List<double>(heights);
        for (var i = 1; i < places.Count; i++)
        {
            places[i] = Math.Max(places[i], places[i - 1] + LineOfText);
        }

        for (var i = places.Count - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], SeriesScale.Height - ((places.Count - 1 - i) * LineOfText));
        }

        return places;
    }
}

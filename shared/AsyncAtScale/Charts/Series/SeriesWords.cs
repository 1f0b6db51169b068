using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts;

/// <summary>A series chart in words, made from its values.</summary>
internal static class SeriesWords
{
    private const double MostPixels = 260;

    /// <summary>The result in one sentence.</summary>
    public static string Headline(SeriesChart chart)
    {
        var title = Words.Isolate(TextWidth.Shorten(chart.Title, 420));
        return (title.Length == 0 ? Words.Capital(Result(chart)) : $"{title}: {Result(chart)}") + AgainstLimit(chart) + ".";
    }

    /// <summary>What the scale counts, and the title if the headline is the author's own.</summary>
    public static string Sub(SeriesChart chart)
    {
        var isTold = chart.Headline.Contains(TextWidth.Shorten(chart.Title, 420), StringComparison.Ordinal);
        var unit = chart.IsBars ? $"{(chart.Unit.Length == 0 ? "number" : chart.Unit)} per {SeriesScale.Figure(chart.Series[0].Per)} s"
            : isTold || chart.Unit.Length == 0 ? "" : $"in {chart.Unit}";
        return string.Join(", ", new[] { isTold ? "" : chart.Title, unit }.Where(part => part.Length > 0));
    }

    /// <summary>The picture for those who hear it: where each series begins, peaks and ends.</summary>
    public static string Description(SeriesChart chart) => string.Join("; ", chart.Series.Select(series => chart.IsBars ? OfBars(chart, series) : OfLine(chart, series))) + ".";

    /// <summary>A name as part of a sentence.</summary>
    public static string Name(Series series) => Words.Isolate(TextWidth.Shorten(series.Name, MostPixels));

    private static string Result(SeriesChart chart) => chart.IsBars ? Counted(chart) : Peaks(chart);

    private static string Counted(SeriesChart chart)
    {
        var sums = chart.Series.Select(series => (Name: Name(series), Sum: series.Points.Sum(point => point.Value))).ToList();
        var most = SeriesScale.Figure(SeriesScale.Stacked(chart).DefaultIfEmpty().Max());
        var counted = sums.Count == 1 ? SeriesScale.WithUnit(sums[0].Sum, chart.Unit) + " in all" : Words.Join([.. sums.Select(sum => $"{SeriesScale.Figure(sum.Sum)} {sum.Name}")]);
        return $"{counted}; at most {most} in {SeriesScale.Figure(chart.Series[0].Per)} s";
    }

    private static string Peaks(SeriesChart chart)
    {
        var first = SeriesScale.WithUnit(chart.Series[0].Peak, chart.Unit);
        return chart.Series.Count == 1
            ? $"at most {first}"
            : $"at most {first} ({Name(chart.Series[0])}), " + string.Join(", ", chart.Series.Skip(1).Select(series => $"{SeriesScale.Figure(series.Peak)} ({Name(series)})"));
    }

    private static string AgainstLimit(SeriesChart chart)
    {
        if (chart.Limit is not { } limit)
        {
            return "";
        }

        var name = $"{Words.Isolate(TextWidth.Shorten(chart.LimitName, MostPixels))} of {SeriesScale.WithUnit(limit, chart.Unit)}";
        var beyond = chart.IsBars ? SeriesScale.Stacked(chart).Any(sum => sum > limit) ? ["the sum"] : [] : chart.Series.Where(series => series.Peak > limit).Select(Name).ToList();
        return beyond.Count == 0 ? $"; never above the {name}"
            : chart.Series.Count == 1 ? $"; above the {name}"
            : $"; above the {name}: {Words.Join(beyond)}";
    }

    private static string OfBars(SeriesChart chart, Series series)
    {
        var peak = series.Points.DefaultIfEmpty().MaxBy(point => point.Value);
        return $"{Name(series)}: {SeriesScale.WithUnit(series.Points.Sum(point => point.Value), chart.Unit)} in all, most from {SeriesScale.Figure(peak.At)} s on, {SeriesScale.Figure(peak.Value)} in {SeriesScale.Figure(series.Per)} s";
    }

    private static string OfLine(SeriesChart chart, Series series)
    {
        if (series.Points.Count == 0)
        {
            return $"{Name(series)}: no values";
        }

        var peak = series.Points.First(point => point.Value == series.Peak);
        return $"{Name(series)}: from {SeriesScale.Figure(series.Points[0].Value)} at {SeriesScale.Figure(series.Points[0].At)} s to at most {SeriesScale.WithUnit(peak.Value, chart.Unit)} at {SeriesScale.Figure(peak.At)} s, in the end {SeriesScale.Figure(series.Points[^1].Value)} at {SeriesScale.Figure(series.Until)} s";
    }
}

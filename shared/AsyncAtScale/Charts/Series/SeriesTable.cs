using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts;

/// <summary>The values as a table: a row a time at which something changes; of very many, evenly chosen ones.</summary>
internal static class SeriesTable
{
    private const int MostRows = 120;

    public static Markup Draw(SeriesChart chart)
    {
        var all = chart.Series.SelectMany(series => series.Points.Select(point => point.At)).Distinct().Order().ToList();
        var step = (all.Count + MostRows - 1) / MostRows;
        var times = all.Where((_, index) => step <= 1 || index % step == 0 || index == all.Count - 1).ToList();
        var heads = Markup.Join(chart.Series.Select(series => Markup.Of($"""<th scope="col"><bdi>{series.Name}</bdi>""")));
        var note = step > 1 ? Markup.Of($"<p>{times.Count} of {all.Count} times; the chart carries all.</p>") : Markup.Empty;
        return Markup.Of($"""{note}<div class="ov" tabindex="0" role="group" aria-label="The values as a table"><table><thead><tr><th scope="col">At (s){heads}<tbody>{Markup.Join(times.Select(time => Row(chart, time)))}</table></div>""");
    }

    private static Markup Row(SeriesChart chart, double time) => Markup.Of($"""
        <tr><th scope="row">{SeriesScale.Figure(time)}{Markup.Join(chart.Series.Select(series => Markup.Of($"<td>{Value(series, time)}")))}
        """);

    /// <summary>Steps have a value at any time; lines and bars only where they were measured.</summary>
    private static string Value(Series series, double time)
    {
        var before = series.Points.LastOrDefault(point => point.At <= time, new SeriesPoint(-1, 0));
        var isKnown = series.Kind == SeriesKind.Steps ? time <= series.Until : before.At == time;
        return isKnown ? SeriesScale.Figure(before.Value) : "–";
    }
}

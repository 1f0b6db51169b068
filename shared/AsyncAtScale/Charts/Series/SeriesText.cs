using AsyncAtScale.Charts.Text;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts;

/// <summary>A series chart in characters: one strip a series with its peak at its left, all on one scale.</summary>
internal static class SeriesText
{
    private const int Lines = 4;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    public static string Draw(SeriesChart chart)
    {
        var scale = new SeriesScale(chart);
        var top = scale.Values[^1];
        var figures = chart.Series.Max(series => SeriesScale.Figure(series.Peak).Length);
        var margin = chart.Series.Max(series => TextGantt.Name(series.Name, 24).Length) + figures + 3;
        var columns = TextGantt.MostColumns - margin - 4;
        var lines = TextGantt.Wrap(Plain(chart.Headline))
            .Concat(SeriesWords.Sub(chart) is { Length: > 0 } sub ? TextGantt.Wrap(TextGantt.Name(sub, 300)) : []).Append("")
            .Concat(Axis(scale, columns).Select(line => TextGantt.Line("", line, margin)))
            .Concat(chart.Series.SelectMany(series => Strip(series, scale, columns, top, margin)));
        return string.Join('\n', lines);
    }

    /// <summary>What a line may hold: a control character would break it.</summary>
    private static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\ufffd' : letter));

    private static IEnumerable<string> Axis(SeriesScale scale, int columns)
    {
        var figures = Enumerable.Repeat(' ', columns + 4).ToArray();
        var ruler = Enumerable.Repeat('─', columns).ToArray();
        var free = 0;
        foreach (var time in scale.Times())
        {
            var isLast = time == TimeSpan.FromSeconds(scale.End);
            var text = Words.Figure(time) + (isLast ? " s" : "");
            var column = Math.Min(columns - 1, (int)Math.Round(scale.Share(time.TotalSeconds) * columns));
            var start = Math.Clamp(column - (time == TimeSpan.Zero ? 0 : text.Length / 2), 0, figures.Length - text.Length);
            if (start >= free)
            {
                text.CopyTo(figures.AsSpan(start));
                free = start + text.Length + 2;
                ruler[column] = column == 0 ? '└' : column == columns - 1 ? '┘' : '┴';
            }
        }

        yield return new string(figures);
        yield return new string(ruler);
    }

    private static IEnumerable<string> Strip(Series series, SeriesScale scale, int columns, double top, int margin)
    {
        var values = Columns(series, scale, columns);
        var lines = Math.Max(1, (int)Math.Ceiling((series.Peak / top * Lines) - 1e-9));
        for (var line = lines - 1; line >= 0; line--)
        {
            var (name, figure) = line == lines - 1 ? (TextGantt.Name(series.Name, 24), SeriesScale.Figure(series.Peak)) : ("", "");
            var cells = string.Concat(values.Select(value => Cell(value, top, line)));
            yield return TextGantt.Line(name.PadRight(margin - figure.Length - 1) + figure, cells, margin);
        }

        yield return TextGantt.Line("", new string('▔', columns), margin);
    }

    /// <summary>What one line of a strip shows of a value; anything above nought shows at least its foot.</summary>
    private static char Cell(double value, double top, int line)
    {
        var eighths = (value / top * Lines * 8) - (line * 8);
        return Eighths[Math.Clamp((int)Math.Round(line == 0 && value > 0 ? Math.Max(1, eighths) : eighths), 0, 8)];
    }

    /// <summary>The greatest value within each column.</summary>
    private static double[] Columns(Series series, SeriesScale scale, int columns)
    {
        var values = new double[columns];
        for (var i = 0; i < series.Points.Count; i++)
        {
            var (at, value) = series.Points[i];
            var next = i + 1 < series.Points.Count ? series.Points[i + 1] : new SeriesPoint(series.Until, value);
            var (from, to) = (Column(at, scale, columns), Column(next.At, scale, columns));
            for (var column = from; column <= Math.Max(from, to - 1); column++)
            {
                var share = to > from ? (double)(column - from) / (to - from) : 0;
                values[column] = Math.Max(values[column], series.Kind == SeriesKind.Line ? value + ((next.Value - value) * share) : value);
            }
        }

        return values;
    }

    private static int Column(double at, SeriesScale scale, int columns) => Math.Clamp((int)Math.Floor((scale.Share(at) * columns) + 1e-9), 0, columns - 1);
}

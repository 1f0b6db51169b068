using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Text;

/// <summary>A counter in characters: one line per unit, or a line of figures where there are many.</summary>
internal static class TextCounter
{
    private const int MostLevels = 10;

    /// <summary>The digits of the greatest value.</summary>
    public static int Figures(Counter counter) => Top(counter).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    public static IEnumerable<string> Lines(Counter counter, TextGrid grid, int margin)
    {
        yield return "";
        if (counter.Limit is { } limit)
        {
            var text = CounterWords.Limit(counter, limit).Replace(":", "") + " ";
            yield return TextGantt.Line("", text + new string('╌', Math.Max(0, grid.Columns - text.Length)), margin);
        }

        var top = Top(counter);
        var step = (top + MostLevels - 1) / MostLevels;
        var values = Values(counter, grid);
        for (var level = top; level > 0; level -= step)
        {
            var name = level == top ? TextGantt.Name(Words.Spaced(counter.Name), 24) : "";
            var slabs = string.Concat(values.Select(value => value >= level ? '█' : ' '));
            yield return TextGantt.Line(name.PadRight(margin - Figures(counter) - 1) + level.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Figures(counter)), slabs, margin);
        }

        yield return TextGantt.Line("", new string('▔', grid.Columns), margin);
    }

    private static int Top(Counter counter) => Math.Max(1, Math.Max(counter.Limit ?? 0, counter.Peak));

    /// <summary>The value in each column.</summary>
    private static int[] Values(Counter counter, TextGrid grid)
    {
        var values = new int[grid.Columns];
        foreach (var point in counter.Points)
        {
            values.AsSpan(Math.Min(grid.At(point.At), grid.Columns)).Fill(point.Value);
        }

        return values;
    }
}

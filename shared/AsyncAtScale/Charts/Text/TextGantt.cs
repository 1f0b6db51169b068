using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Text;

/// <summary>The chart in characters, for a terminal, a log or a screen reader.</summary>
internal static class TextGantt
{
    /// <summary>The longest line.</summary>
    public const int MostColumns = 80;

    private const int MostName = 24;

    /// <summary>The chart of a run; beside others it may be given an axis of their length.</summary>
    public static string Draw(ChartRun run, TimeAxis? axis = null)
    {
        var names = run.Rows.Select(row => Name(row.Name, MostName - ChartFrame.Multiplier(row).Length) + ChartFrame.Multiplier(row)).ToList();
        var margin = names.Select(name => name.Length + 2)
            .Concat(run.Counters.Select(counter => Name(Words.Spaced(counter.Name), MostName).Length + TextCounter.Figures(counter) + 2))
            .Append(run.Ghost is { } ghost ? TextGhost.Name(ghost).Length + 2 : 0)
            .Max();
        var grid = new TextGrid(run, axis ?? new TimeAxis(run), MostColumns - margin - 5);
        var lines = Wrap(Headlines.Headline.Of(run)).Append("")
            .Concat(TextAxis.Lines(run, grid).Select(line => Line("", line, margin)))
            .Concat(run.Rows.Zip(names).SelectMany(entry =>
                TextGhost.Below(run, entry.First, grid, margin).Prepend(Line(entry.Second, TextRow.Draw(run, entry.First, grid), margin))))
            .Concat(TextGhost.Below(run, null, grid, margin))
            .Concat(run.Counters.SelectMany(counter => TextCounter.Lines(counter, grid, margin)))
            .Append("")
            .Concat(TextKey.Lines(run));
        return string.Join('\n', lines);
    }

    /// <summary>Words in lines of at most eighty characters.</summary>
    internal static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > MostColumns)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line.TrimEnd();
    }

    /// <summary>A name without what would break a line, cut to a number of characters.</summary>
    internal static string Name(string name, int most)
    {
        var clean = string.Concat(TextWidth.Shorten(name, 600).Select(letter => char.IsControl(letter) ? '\ufffd' : letter));
        return clean.Length <= most ? clean : clean[..(most - (char.IsHighSurrogate(clean[most - 2]) ? 2 : 1))] + "…";
    }

    internal static string Line(string name, string drawing, int margin) => (name.PadRight(margin) + drawing).TrimEnd();
}

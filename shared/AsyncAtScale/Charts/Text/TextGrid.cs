using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Text;

/// <summary>Maps time to columns of characters.</summary>
internal sealed class TextGrid
{
    private const int Choices = 10;

    private readonly TimeAxis _axis;

    /// <summary>Of the ten widest grids the one on which most times fall on a column.</summary>
    public TextGrid(ChartRun run, TimeAxis axis, int mostColumns)
    {
        _axis = axis;
        var shares = run.Moments.Select(moment => axis.Share(moment.At)).ToList();
        Columns = Enumerable.Range(mostColumns - Choices + 1, Choices)
            .OrderBy(columns => Math.Round(shares.Sum(share => Math.Abs((share * columns) - Math.Round(share * columns))), 3))
            .ThenByDescending(columns => columns)
            .First();
    }

    public int Columns { get; }

    public TimeAxis Axis => _axis;

    /// <summary>The column of a time; the last one for a time that never comes.</summary>
    public int At(TimeSpan? time) => (int)Math.Round(_axis.Share(time) * Columns);
}

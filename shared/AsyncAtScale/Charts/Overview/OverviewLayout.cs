using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Overview;

/// <summary>
/// Where the lanes lie. Up to some hundred lanes and twenty thousand spans each lane is a row of bars, as thin as need be;
/// beyond that neighbours share a row, which shows what share of them is in which state.
/// </summary>
internal sealed class OverviewLayout
{
    /// <summary>The width of the inner picture in its own units: about that of a plot in pixels.</summary>
    public const int Width = 800;

    /// <summary>How many columns the shares of a row are counted in.</summary>
    public const int Columns = 400;

    private const int MostBars = 20_000;
    private const int MostLanesOfBars = 720;
    private const int MostRows = 36;
    private const int RowOfShares = 20;
    private const int TallRow = 28;
    private const int MostTallRows = 24;
    private const int LineOfText = 14;

    private readonly OverviewRun _run;

    public OverviewLayout(OverviewRun run)
    {
        _run = run;
        IsBars = run.Timeline.Spans.Count <= MostBars && run.Lanes.Count <= MostLanesOfBars;
        LanesInRow = IsBars ? 1 : Rounded(run.Lanes.Count);
        Rows = (run.Lanes.Count + LanesInRow - 1) / LanesInRow;
        Pitch = IsBars ? PitchOf(Rows) : Rows <= MostTallRows ? TallRow : RowOfShares;
    }

    /// <summary>Whether each lane has a row; if not, a row shows the shares of several.</summary>
    public bool IsBars { get; }

    public int LanesInRow { get; }

    public int Rows { get; }

    /// <summary>From row to row, in pixels.</summary>
    public int Pitch { get; }

    public int Height => Math.Max(Rows, 1) * Pitch;

    /// <summary>The height of a bar.</summary>
    public int Bar => Pitch - (Pitch >= 16 ? 4 : Pitch >= 8 ? 2 : Pitch >= 3 ? 1 : 0);

    /// <summary>The lanes of a row.</summary>
    public IEnumerable<OverviewLane> LanesOf(int row) => _run.Lanes.Skip(row * LanesInRow).Take(LanesInRow);

    /// <summary>The rows that have room for their names, and the names.</summary>
    public IEnumerable<(int Row, string Name)> Names()
    {
        var step = (LineOfText + Pitch - 1) / Pitch;
        return Enumerable.Range(0, Rows).Where(row => row % step == 0).Select(row => (row, NameOf(row)));
    }

    public static double X(TimeSpan time, TimeSpan end) => end == TimeSpan.Zero ? 0 : time / end * Width;

    private string NameOf(int row)
    {
        var lanes = LanesOf(row).Select(lane => lane.Name).ToList();
        var name = LaneNames.Row(lanes);
        return TextWidth.Of(name, 12) <= OverviewFigure.MostName ? name : lanes.Count == 1 ? name : lanes[0] + " …";
    }

    private static int PitchOf(int rows) => rows <= ChartFrame.Pitch ? 24 : rows <= 48 ? 16 : Math.Max(1, MostLanesOfBars / rows);

    /// <summary>So many lanes in a row that all rows fit: 1, 2, 5, 10 …</summary>
    private static int Rounded(int lanes)
    {
        var least = Math.Max(1, (lanes + MostRows - 1) / MostRows);
        return (int)AxisTicks.RoundSteps().First(step => step >= least);
    }
}

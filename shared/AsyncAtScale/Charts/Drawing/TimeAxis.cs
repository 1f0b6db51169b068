using System.Globalization;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Maps time to the width of the plot, in per cent: bars stretch with the page, text and marks keep their size.
/// </summary>
internal sealed class TimeAxis
{
    /// <summary>How much longer the axis goes on, dotted, when a lane never ends.</summary>
    private const double BeyondTheEnd = 1.22;

    /// <summary>How much longer it may become for a guess that lies beyond the run.</summary>
    private const double MostBeyond = 1.6;

    private readonly double _ticks;

    /// <summary>The axis of a run, long enough for others beside it, too.</summary>
    public TimeAxis(ChartRun run, params IEnumerable<ChartRun> others)
    {
        End = run.End;
        IsOpen = run.IsStuck;
        var longest = others.Append(run).Max(LengthOf);
        _ticks = longest == 0 ? TimeSpan.TicksPerSecond : longest;
    }

    /// <summary>Where the solid axis ends.</summary>
    public TimeSpan End { get; }

    /// <summary>Whether the axis goes on to "never".</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the plot ends with the run.</summary>
    public bool EndsWithTheRun => _ticks == End.Ticks;

    /// <summary>The length of the whole axis.</summary>
    public TimeSpan Length => TimeSpan.FromTicks((long)Math.Round(_ticks));

    /// <summary>The length of the whole axis in seconds.</summary>
    public double Domain => _ticks / TimeSpan.TicksPerSecond;

    /// <summary>Another run behind the bars is seen whole: what it did has its true place.</summary>
    private static double LengthOf(ChartRun run)
    {
        var most = run.Ghost is { IsRun: true } ? double.PositiveInfinity : run.End.Ticks * MostBeyond;
        var guess = Math.Min(run.Ghost?.End.Ticks ?? 0, most);
        return Math.Max(run.End.Ticks * (run.IsStuck ? BeyondTheEnd : 1), guess);
    }

    /// <summary>The share of the plot that lies before a time; 1 for a time that never comes.</summary>
    public double Share(TimeSpan? time) => time is { } at ? at.Ticks / _ticks : 1;

    /// <summary>The share of the plot between two times.</summary>
    public double Share(TimeSpan from, TimeSpan? to) => Share(to) - Share(from);

    public string X(TimeSpan? time) => Percent(Share(time));

    public string Width(TimeSpan from, TimeSpan? to) => Percent(Share(from, to));

    public string Middle(TimeSpan from, TimeSpan? to) => Percent((Share(from) + Share(to)) / 2);

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

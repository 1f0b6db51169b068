using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>The SVG: axis and grid, rows, counters, arrows.</summary>
internal sealed class GanttPicture(ChartRun run, TimeAxis axis, ChartFrame frame, string prefix)
{
    private const int BelowAll = 12;

    private readonly WakeArrows _arrows = new(run, axis);

    public bool HasArrows => _arrows.Any;

    public Markup Draw(string headline)
    {
        var bands = run.Counters.Select(counter => new CounterBand(counter, axis, frame)).ToList();
        var height = (run.Rows.Count * ChartFrame.Pitch) + bands.Sum(band => band.Height + CounterBand.Gap) + BelowAll;
        var rows = new RowPainter(run, axis, frame, prefix);
        return Markup.Of($"""
            <svg class="pl" role="img" aria-labelledby="{prefix}-t" aria-describedby="{prefix}-d" height="{height + ChartFrame.AxisHeight}" data-domain="{axis.Domain}" data-total="{Words.Figure(axis.End)}"><title id="{prefix}-t">{headline}</title><desc id="{prefix}-d">{Description.Of(run)}</desc><defs>{Hatching.Definitions(prefix, Legend.LooksIn(run))}{Fade()}</defs><svg y="{ChartFrame.AxisHeight}" height="{height}" class="in">{new AxisPainter(run, axis, frame).Draw(height)}
            <g class="body">{Markup.Join(run.Rows.Select(rows.Draw))}{Bands(bands)}</g>{new GhostLayer(run, axis).Draw(height)}<g class="hideable">{_arrows.Draw()}</g></svg></svg>
            """);
    }

    private Markup Bands(List<CounterBand> bands)
    {
        var drawn = Markup.Empty;
        var y = run.Rows.Count * ChartFrame.Pitch;
        foreach (var band in bands)
        {
            drawn += band.Draw(y + CounterBand.Gap);
            y += CounterBand.Gap + band.Height;
        }

        return drawn;
    }

    /// <summary>A bar that never ends fades out beyond the last known moment.</summary>
    private Markup Fade() => !axis.IsOpen ? Markup.Empty : Markup.Of($"""
        <linearGradient id="{prefix}-o" gradientUnits="userSpaceOnUse" x1="0" x2="100%"><stop offset="{axis.Share(axis.End)}" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".12"/></linearGradient><mask id="{prefix}-f" maskUnits="userSpaceOnUse" x="-1%" y="-9" width="101%" height="{ChartFrame.Pitch + 9}"><rect x="-1%" y="-9" width="101%" height="{ChartFrame.Pitch + 9}" fill="url(#{prefix}-o)"/></mask>
        """);
}

using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>The SVG: axis and grid, rows, counters, arrows.</summary>
internal sealed class GanttPicture
{
    private const int BelowAll = 12;

    private readonly Panel _panel;
    private readonly ChartFrame _frame;
    private readonly WakeArrows _arrows;
    private readonly List<CounterBand> _bands;
    private readonly int _height;

    public GanttPicture(Panel panel, ChartFrame frame)
    {
        (_panel, _frame) = (panel, frame);
        _arrows = new WakeArrows(panel.Run, panel.Axis);
        _bands = [.. panel.Run.Counters.Select(counter => new CounterBand(counter, panel.Axis, frame))];
        _height = (panel.Run.Rows.Count * ChartFrame.Pitch) + _bands.Sum(band => band.Height + CounterBand.Gap) + BelowAll;
    }

    /// <summary>How many arrows there are to switch on.</summary>
    public int Arrows => _arrows.Count;

    /// <summary>In pixels, with the axis.</summary>
    public int Height => _height + ChartFrame.AxisHeight;

    public Markup Draw()
    {
        var (run, axis, _) = _panel;
        var data = _panel.Data;
        var rows = new RowPainter(run, axis, _frame, data.Prefix);
        var ghost = new GhostLayer(run, axis).Draw(_height);
        var isBehind = run.Ghost is { IsRun: true };
        return Markup.Of($"""
            {_panel.Title(hasResult: true)}<svg class="pl" role="img" aria-labelledby="{data.Prefix}-t" aria-describedby="{data.Prefix}-d" height="{Height}" data-domain="{Words.Exact(axis.Length)}" data-total="{Words.Exact(axis.End)}"><title id="{data.Prefix}-t">{_panel.Headline}</title><desc id="{data.Prefix}-d">{Description.Of(run)}</desc><defs>{Hatching.Definitions(data.Prefix, Legend.LooksIn(run))}{Fade(data.Prefix, axis)}</defs><svg y="{ChartFrame.AxisHeight}" height="{_height}" class="in">{new AxisPainter(run, axis, _frame).Draw(_height)}
            {(isBehind ? ghost : Markup.Empty)}<g class="body">{Markup.Join(run.Rows.Select(rows.Draw))}{Bands()}</g>{(isBehind ? Markup.Empty : ghost)}<g class="hideable">{_arrows.Draw()}</g></svg></svg>
            """);
    }

    private Markup Bands()
    {
        var drawn = Markup.Empty;
        var y = _panel.Run.Rows.Count * ChartFrame.Pitch;
        foreach (var band in _bands)
        {
            drawn += band.Draw(y + CounterBand.Gap);
            y += CounterBand.Gap + band.Height;
        }

        return drawn;
    }

    /// <summary>A bar that never ends fades out beyond the last known moment.</summary>
    private static Markup Fade(string prefix, TimeAxis axis) => !axis.IsOpen ? Markup.Empty : Markup.Of($"""
        <linearGradient id="{prefix}-o" gradientUnits="userSpaceOnUse" x1="0" x2="100%"><stop offset="{axis.Share(axis.End)}" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".12"/></linearGradient><mask id="{prefix}-f" maskUnits="userSpaceOnUse" x="-1%" y="-9" width="101%" height="{ChartFrame.Pitch + 9}"><rect x="-1%" y="-9" width="101%" height="{ChartFrame.Pitch + 9}" fill="url(#{prefix}-o)"/></mask>
        """);
}

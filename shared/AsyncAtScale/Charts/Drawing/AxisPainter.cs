using System.Globalization;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Draws the time axis, its figures and the grid below.</summary>
internal sealed class AxisPainter(ChartRun run, TimeAxis axis, ChartFrame frame)
{
    public Markup Draw(int height)
    {
        var ticks = AxisTicks.For(run, axis, ChartFrame.UsualPlot);
        var decimals = ticks.Max(tick => Decimals(Words.Figure(tick)));
        var grid = Markup.Join(ticks.Select((tick, index) => Tick(ticks, index, decimals, height)));
        var end = axis.X(axis.End);
        var line = Markup.Of($"""<line class="ax" x2="{end}"/>""");
        grid = Markup.Of($"""<g class="hideable">{grid}</g>""");
        return axis.IsOpen
            ? grid + line + Markup.Of($"""<line class="ax da" x1="{end}" x2="100%"/><text class="tk nv" x="100%" y="-9">never</text>""")
            : grid + line;
    }

    private Markup Tick(IReadOnlyList<TimeSpan> ticks, int index, int decimals, int height)
    {
        var time = ticks[index];
        var isLast = index == ticks.Count - 1;
        var x = axis.X(time);
        var line = Markup.Of($"""<line class="gr" x1="{x}" x2="{x}" y2="{height}"/>""");
        var text = Figure(time, decimals, isLast) + (isLast ? " s" : "");
        var isInner = index > 0 && !isLast;
        var fit = isInner ? frame.FirstFit((TextWidth.Of(text) * 1.1) + 10, Gap(ticks, index)) : 0;
        var name = isLast ? axis.EndsWithTheRun ? " to en" : " to" : index == 0 ? " t0" : "";
        return fit is null ? line
            : line + Markup.Of($"""<text class="tk{name}{ChartFrame.From(fit)}" x="{x}" y="-9">{text}</text>""");
    }

    private double Gap(IReadOnlyList<TimeSpan> ticks, int index) => Math.Min(
        axis.Share(ticks[index - 1], ticks[index]),
        axis.Share(ticks[index], ticks[index + 1]));

    /// <summary>All figures with as many decimals; nought and a long total as they are.</summary>
    private static string Figure(TimeSpan time, int decimals, bool isLast)
    {
        var shortest = Words.Figure(time);
        return time == TimeSpan.Zero || (isLast && decimals < 2 && Decimals(shortest) != decimals)
            ? shortest
            : time.TotalSeconds.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    private static int Decimals(string figure) => figure.Contains('.') ? figure.Length - figure.IndexOf('.') - 1 : 0;
}

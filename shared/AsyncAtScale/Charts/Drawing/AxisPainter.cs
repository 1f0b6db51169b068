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
        var texts = ticks.Select((tick, index) => Text(tick, decimals, index == ticks.Count - 1)).ToList();
        var steps = frame.FirstFits([.. ticks.Select((tick, index) => (axis.Share(tick), (TextWidth.Of(texts[index]) * 1.1) + 10))]);
        var grid = Markup.Join(ticks.Select((tick, index) => Tick(tick, texts[index], steps[index], NameOf(index, ticks.Count), height)));
        var end = axis.X(axis.End);
        var line = Markup.Of($"""<line class="ax" x2="{end}"/>""");
        return axis.IsOpen
            ? Markup.Of($"""<g class="hideable">{grid}{line}<line class="ax da" x1="{end}" x2="100%"/><text class="tk nv" x="100%" y="-9">never</text></g>""")
            : Markup.Of($"""<g class="hideable">{grid}</g>{line}""");
    }

    private Markup Tick(TimeSpan time, string text, int? step, string name, int height)
    {
        var x = axis.X(time);
        var line = Markup.Of($"""<line class="gr" x1="{x}" x2="{x}" y2="{height}"/>""");
        return step is null ? line
            : line + Markup.Of($"""<text class="tk{name}{ChartFrame.From(step)}" x="{x}" y="-9">{text}</text>""");
    }

    private string NameOf(int index, int count) =>
        index == count - 1 ? axis.EndsWithTheRun ? " to en" : " to" : index == 0 ? " t0" : "";

    private static string Text(TimeSpan time, int decimals, bool isLast) => Figure(time, decimals, isLast) + (isLast ? " s" : "");

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

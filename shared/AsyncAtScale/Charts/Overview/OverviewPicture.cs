using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Overview;

/// <summary>The SVG of a large run: axis and grid, lanes or rows of lanes, counters. Stands without a script.</summary>
internal sealed class OverviewPicture(OverviewRun run, OverviewLayout layout, string prefix)
{
    private const int BelowAll = 12;

    /// <summary>Below this a hatching is noise.</summary>
    private const int LeastHatched = 5;

    private readonly IReadOnlyDictionary<SpanLook, string> _paths = layout.IsBars ? BarPaths.Of(run, layout) : SharePaths.Of(run, layout);

    /// <summary>Rows and counters, without the axis.</summary>
    public int Height => layout.Height + (run.Counters.Count * OverviewBand.Pitch) + BelowAll;

    public Markup Draw() => Markup.Of($"""
        <svg class="pl" role="img" aria-labelledby="{prefix}-t" aria-describedby="{prefix}-d" height="{Height + ChartFrame.AxisHeight}"><title id="{prefix}-t">{OverviewWords.Headline(run)}</title><desc id="{prefix}-d">{OverviewWords.Description(run, layout)}</desc><defs>{Hatching.Definitions(prefix, run.States.Select(state => state.Look))}</defs><svg y="{ChartFrame.AxisHeight}" height="{Height}" class="in">{Axis()}{Names()}<g class="hideable"><svg class="sv" viewBox="0 0 {OverviewLayout.Width} {layout.Height}" preserveAspectRatio="none" width="100%" height="{layout.Height}">{Lanes()}</svg>{Bands()}</g></svg></svg>
        """);

    private Markup Axis()
    {
        var times = AxisTicks.Rounded(Math.Max(run.End.TotalSeconds, 1e-6), run.End, ChartFrame.UsualPlot);
        return Markup.Join(times.Select((time, index) => Tick(time, index, times.Count))) + Markup.Of($"""<line class="ax" x2="100%"/>""");
    }

    private Markup Tick(TimeSpan time, int index, int count)
    {
        var x = TimeAxis.Percent(OverviewLayout.X(time, run.End) / OverviewLayout.Width);
        var place = index == count - 1 ? " to en" : index == 0 ? " t0" : index % 2 == 1 || index == count - 2 ? " odd" : "";
        return Markup.Of($"""<line class="gr" x1="{x}" x2="{x}" y2="{Height}"/><text class="tk{place}" x="{x}" y="-9">{Words.Figure(time)}{(index == count - 1 ? " s" : "")}</text>""");
    }

    private Markup Names() => Markup.Join(layout.Names().Select(name => Markup.Of($"""
        <text class="lb ol" y="{(name.Row * layout.Pitch) + Math.Max(layout.Pitch / 2, 5) + 4}">{TextWidth.Shorten(name.Name, OverviewFigure.MostName, 12)}</text>
        """)));

    private Markup Lanes() => layout.IsBars
        ? Markup.Join(_paths.OrderBy(path => path.Key == SpanLook.Wait ? 0 : 1).Select(path => Bars(path.Key, path.Value)))
        : Markup.Join(_paths.Select(path => Shares(path.Key, path.Value)));

    private Markup Bars(SpanLook look, string path)
    {
        var stroke = Markup.Of($"""<path class="ob {SpanLooks.ClassOf(look)}" d="{path}" stroke-width="{HeightOf(look)}"{(IsHatched(look) ? Markup.Of($" stroke=\"url(#{prefix}-{SpanLooks.ClassOf(look)})\"") : Markup.Empty)}/>""");
        return look == SpanLook.CleanUp && layout.Bar >= 8
            ? stroke + Markup.Of($"""<path class="ob hollow" d="{path}" stroke-width="{layout.Bar - 4}"/>""")
            : stroke;
    }

    private Markup Shares(SpanLook look, string path) =>
        Markup.Of($"""<path class="oa {SpanLooks.ClassOf(look)}" d="{path}"{(IsHatched(look) ? Hatching.Fill(prefix, look) : Markup.Empty)}/>""");

    private bool IsHatched(SpanLook look) => SpanLooks.IsHatched(look) && layout.Bar >= LeastHatched;

    /// <summary>Waiting and pauses are thin: as pixels allow, what dashes and dots are in a bar.</summary>
    private double HeightOf(SpanLook look) => look is SpanLook.Wait or SpanLook.Pause ? Math.Max(0.6, Math.Round(layout.Bar * 0.3)) : layout.Bar;

    private Markup Bands() => Markup.Join(run.Counters.Select((counter, index) =>
        OverviewBand.Draw(counter, run.End, layout.Height + (index * OverviewBand.Pitch))));
}

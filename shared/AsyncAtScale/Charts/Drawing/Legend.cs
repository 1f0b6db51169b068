namespace AsyncAtScale.Charts.Drawing;

/// <summary>Names the looks and marks that the chart really shows, and no others.</summary>
internal static class Legend
{
    private static readonly MarkKind[] Explained = [MarkKind.Finished, MarkKind.GoesOn, MarkKind.Wins];

    public static IReadOnlyList<SpanLook> LooksIn(ChartRun run) =>
    [
        .. run.Rows.SelectMany(row => row.Spans).Where(span => !run.HasNoLength(span)).Select(SpanLooks.Of).Distinct().Order(),
    ];

    public static Markup Draw(ChartRun run, string prefix)
    {
        var marks = MarksIn(run);
        var items = LooksIn(run).Select(look => Swatch(look, prefix))
            .Concat(Explained.Where(kind => marks.Exists(mark => mark.Kind == kind && !mark.IsHollow))
                .Select(kind => Sign(new EndMark(kind, false), Glyphs.LegendOf(kind))))
            .Concat(marks.Where(mark => mark.IsHollow).Take(1).Select(mark => Sign(mark, HollowIn(run))))
            .Concat(run.Ghost is { } ghost ? [GhostLayer.Swatch(ghost)] : []);
        return Markup.Of($"""<ul class="lg" aria-label="Legend">{Markup.Join(items)}</ul>""");
    }

    private static List<EndMark> MarksIn(ChartRun run) =>
    [
        .. run.Rows.SelectMany(row => row.Spans).Where(span => !run.HasNoLength(span))
            .Select(span => EndMark.Of(run, span)).OfType<EndMark>()
            .Concat(run.Rows.Where(row => row.Spans.Count == 0).Select(row => EndMark.Of(row.Instants[^1])))
            .Distinct(),
    ];

    /// <summary>A hollow mark was delivered: to a lane that awaited something, or as the answer to a call.</summary>
    private static string HollowIn(ChartRun run) =>
        run.Rows.Any(row => row.Spans.Any(span => EndMark.Of(run, span)?.IsHollow ?? false)) ? "how the wait ended" : "refused";

    private static Markup Swatch(SpanLook look, string prefix)
    {
        var body = look == SpanLook.Pause
            ? Markup.Of($"""<line class="dots" x1="2" x2="24" y1="7" y2="7"/>""")
            : Markup.Of($"""<rect class="r" x="1" y="1" width="22" height="12"{Hatching.Fill(prefix, look)}/>""");
        return Markup.Of($"""<li><svg width="24" height="14" aria-hidden="true"><g class="b {SpanLooks.ClassOf(look)}">{body}</g></svg>{SpanLooks.LegendOf(look)}</li>""");
    }

    private static Markup Sign(EndMark mark, string name) =>
        Markup.Of($"""<li><svg class="lm" width="16" height="16" aria-hidden="true"><svg x="8" y="8">{Glyphs.Of(mark)}</svg></svg>{name}</li>""");
}

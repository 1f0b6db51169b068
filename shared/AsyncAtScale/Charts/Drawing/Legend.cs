namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Names the looks and marks that the chart really shows, and no others. Each is a switch, read by the style sheet: what is
/// off is not seen.
/// </summary>
internal static class Legend
{
    private static readonly MarkKind[] Explained = [MarkKind.Finished, MarkKind.GoesOn, MarkKind.Wins];

    public static IReadOnlyList<SpanLook> LooksIn(ChartRun run) =>
    [
        .. run.Rows.SelectMany(row => row.Spans).Where(span => !run.HasNoLength(span)).Select(SpanLooks.Of).Distinct().Order(),
    ];

    /// <summary>The classes of all that can be switched off.</summary>
    public static IEnumerable<string> FiltersIn(IReadOnlyList<Panel> panels) =>
        Looks(panels).Select(entry => SpanLooks.ClassOf(entry.Look)).Concat(Signs(panels).Select(sign => ClassOf(sign.Mark)));

    public static Markup Draw(IReadOnlyList<Panel> panels)
    {
        var items = Looks(panels).Select(entry => Swatch(entry.Look, entry.Prefix))
            .Concat(Signs(panels).Select(sign => Sign(sign.Mark, sign.Name)))
            .Concat(panels.Select(panel => panel.Run.Ghost).OfType<Ghost>().Select(GhostLayer.Swatch));
        return Markup.Of($"""<ul class="lg" aria-label="Legend">{Markup.Join(items)}</ul>""");
    }

    private static IEnumerable<(SpanLook Look, string Prefix)> Looks(IEnumerable<Panel> panels) =>
        panels.SelectMany(panel => LooksIn(panel.Run).Select(look => (Look: look, panel.Data.Prefix)))
            .DistinctBy(entry => entry.Look).OrderBy(entry => entry.Look);

    private static IEnumerable<(EndMark Mark, string Name)> Signs(IReadOnlyList<Panel> panels)
    {
        var marks = panels.SelectMany(panel => MarksIn(panel.Run)).Distinct().ToList();
        return Explained.Where(kind => marks.Exists(mark => mark.Kind == kind && !mark.IsHollow))
            .Select(kind => (new EndMark(kind, false), Glyphs.LegendOf(kind)))
            .Concat(marks.Where(mark => mark.IsHollow).Take(1).Select(mark => (mark, HollowIn(panels))));
    }

    private static List<EndMark> MarksIn(ChartRun run) =>
    [
        .. run.Rows.SelectMany(row => row.Spans).Where(span => !run.HasNoLength(span))
            .Select(span => EndMark.Of(run, span)).OfType<EndMark>()
            .Concat(run.Rows.Where(row => row.Spans.Count == 0).Select(row => EndMark.Of(row.Instants[^1])))
            .Distinct(),
    ];

    /// <summary>A hollow mark was delivered: to a lane that awaited something, or as the answer to a call.</summary>
    private static string HollowIn(IEnumerable<Panel> panels) =>
        panels.Any(panel => panel.Run.Rows.Any(row => row.Spans.Any(span => EndMark.Of(panel.Run, span)?.IsHollow ?? false)))
            ? "how the wait ended" : "refused";

    private static Markup Swatch(SpanLook look, string prefix)
    {
        var name = SpanLooks.ClassOf(look);
        var body = look == SpanLook.Pause
            ? Markup.Of($"""<line class="dots" x1="2" x2="24" y1="7" y2="7"/>""")
            : Markup.Of($"""<rect class="r" x="1" y="1" width="22" height="12"{Hatching.Fill(prefix, look)}/>""");
        return Switch(name, Markup.Of($"""<svg width="24" height="14" aria-hidden="true"><g class="b {name}">{body}</g></svg>"""), SpanLooks.LegendOf(look));
    }

    private static string ClassOf(EndMark mark) => mark.IsHollow ? Glyphs.Hollow : Glyphs.ClassOf(mark.Kind);

    private static Markup Sign(EndMark mark, string name) => Switch(
        ClassOf(mark),
        Markup.Of($"""<svg class="lm" width="16" height="16" aria-hidden="true"><svg x="8" y="8">{Glyphs.Of(mark)}</svg></svg>"""),
        name);

    private static Markup Switch(string name, Markup picture, string text) =>
        Markup.Of($"""<li><label><input type="checkbox" class="q-{name}" checked>{picture}<span>{text}</span></label>""");
}

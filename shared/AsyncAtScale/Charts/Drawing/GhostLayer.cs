using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Draws what was expected, dashed, over what happened. Lies above the bars and catches no pointer.</summary>
internal sealed class GhostLayer(ChartRun run, TimeAxis axis)
{
    private static readonly Lazy<string> Style = new(() => ChartStyle.CompactSheet($$"""
        .{{ChartStyle.Chart}} .gh {
          {{Palette.Variable("gu")}}
          pointer-events: none;
          & :is(rect, circle, line) { fill: none; stroke: var(--gu); stroke-width: 2; stroke-dasharray: 5 3; }
          & rect { y: 2px; height: 26px; rx: 4px; }
          & circle { r: 9px; fill: var(--bg); stroke-dasharray: 4 2.5; }
          & .no { text-anchor: middle; transform: translateY(4px); }
          & .at { transform: translateY(15px); }
          & text { fill: var(--gu); font-weight: 600; paint-order: stroke; stroke: var(--bg); stroke-width: 4px; stroke-linejoin: round; }
          & .gt { transform: translateY(19px); }
          & .en { text-anchor: end; }
          .lg & rect { y: 1px; height: 12px; }
          @container gantt (width < 561px) {
            .in & rect { y: 11px; height: 20px; }
            & .at { transform: translateY(21px); }
            & .gt { transform: translateY(25px); }
          }
        }
        """));

    /// <summary>The style sheet of the layer; nothing for a chart without one.</summary>
    public static Markup Sheet(IEnumerable<Panel> panels) => panels.All(panel => panel.Run.Ghost is null) ? Markup.Empty
        : Markup.Of($"""<style data-course="ghost">{Markup.Raw(Style.Value)}</style>""");

    /// <summary>The entry of the legend.</summary>
    public static Markup Swatch(Ghost ghost) =>
        Markup.Of($"""<li><svg width="24" height="14" aria-hidden="true"><g class="gh"><rect x="1" width="22"/></g></svg>{GhostWords.Name(ghost)}</li>""");

    public Markup Draw(int height)
    {
        if (run.Ghost is not { } ghost)
        {
            return Markup.Empty;
        }

        var labelled = ghost.IsRun ? null : ghost.Marks.FirstOrDefault(mark => !IsMet(mark));
        return Markup.Of($"""<g class="gh hideable">{Markup.Join(ghost.Marks.Select(mark => Mark(ghost, mark, mark == labelled, height)))}</g>""");
    }

    private Markup Mark(Ghost ghost, GhostMark mark, bool isLabelled, int height)
    {
        var text = mark.Label ?? (isLabelled ? ghost.Name : "");
        if (mark.Lane is null)
        {
            return Line(TextWidth.Shorten(ghost.Name, 160), mark, height);
        }

        if (!run.RowOf.TryGetValue(mark.Lane, out var row))
        {
            return Markup.Empty; // the words say so; there is nothing to draw it on
        }

        var shape = mark.To is null ? Moment(mark) : Bar(mark, text);
        return Markup.Of($"""<g transform="translate(0,{row * ChartFrame.Pitch})">{shape}</g>""");
    }

    private Markup Bar(GhostMark mark, string text)
    {
        var (from, to) = (Share(mark.At), Share(mark.To));
        return Markup.Of($"""<rect x="{TimeAxis.Percent(from)}" width="{TimeAxis.Percent(Math.Max(0.004, to - from))}"/>""")
            + Text(from, text);
    }

    /// <summary>A disc right before the moment: the mark of what happened then is not covered.</summary>
    private Markup Moment(GhostMark mark)
    {
        var share = Share(mark.At);
        var x = share > 0.08 ? -16 : 16;
        var label = TextWidth.Shorten(mark.Label ?? "", 24);
        return BarPainter.At(TimeAxis.Percent(share), Markup.Of($"""<circle cx="{x}"/><text class="no" x="{x}">{label}</text>"""));
    }

    private Markup Line(string name, GhostMark mark, int height)
    {
        var x = TimeAxis.Percent(Share(mark.At));
        var isLate = Share(mark.At) > 0.6;
        return Markup.Of($"""<line x1="{x}" x2="{x}" y2="{height - 10}"/><text{(isLate ? Markup.Of($" class=\"en\"") : Markup.Empty)} x="{x}" dx="{(isLate ? 4 : -4)}" y="{height + 4}">{name}</text>""");
    }

    /// <summary>Letters in an outline, or before it at the right edge.</summary>
    private static Markup Text(double share, string text)
    {
        var isLate = share > 0.75;
        return text.Length == 0 ? Markup.Empty
            : Markup.Of($"""<text class="gt{(isLate ? " en" : "")}" x="{TimeAxis.Percent(share)}" dx="{(isLate ? -7 : 7)}">{TextWidth.Shorten(text, 120)}</text>""");
    }

    /// <summary>Whether the run did this: its bar says so itself.</summary>
    private bool IsMet(GhostMark mark) => mark.Lane is { } lane && run.SpansOf[lane].Any(span => run.Same(span.Start, mark.At));

    /// <summary>What lies beyond the axis stands at its edge.</summary>
    private double Share(TimeSpan? time) => Math.Clamp(axis.Share(time), 0, 1);
}

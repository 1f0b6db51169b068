using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// Draws who made whom go on, as recorded: an S-curve from the end of one bar to the end of the wait in another row;
/// one lane that wakes several becomes a trunk with branches. Timers wake without an arrow.
/// </summary>
internal sealed class WakeArrows
{
    private readonly ChartRun _run;
    private readonly TimeAxis _axis;
    private readonly List<Arrow> _arrows;

    public WakeArrows(ChartRun run, TimeAxis axis)
    {
        (_run, _axis) = (run, axis);
        var rowOf = run.RowOf;
        _arrows =
        [
            .. run.Timeline.Wakes
                .Where(wake => IsNews(wake) && rowOf.ContainsKey(wake.Lane) && rowOf.ContainsKey(wake.Cause!))
                .Select(wake => new Arrow(wake.At, rowOf[wake.Cause!], rowOf[wake.Lane], wake.Kind))
                .Where(arrow => arrow.From != arrow.To)
                .Distinct()
                .OrderBy(arrow => arrow.At).ThenBy(arrow => arrow.From).ThenByDescending(arrow => Math.Abs(arrow.To - arrow.From)),
        ];
    }

    /// <summary>How many.</summary>
    public int Count => _arrows.Count;

    /// <summary>All lines first, those of trunks below the others, then all heads: no line covers one.</summary>
    public Markup Draw()
    {
        var trunks = _arrows.GroupBy(arrow => arrow.Trunk).ToLookup(trunk => trunk.Skip(1).Any());
        var fans = trunks[true].SelectMany(fan => fan.Select((arrow, index) => Frame(arrow, Line(arrow, isFan: true, index == 0))));
        var alone = trunks[false].SelectMany(arrow => arrow).Select(arrow => Frame(arrow, Line(arrow, isFan: false, true)));
        return Markup.Join(fans) + Markup.Join(alone) + Markup.Join(_arrows.Select(arrow => Frame(arrow, Head(arrow))));
    }

    /// <summary>That everything is started by somebody at the very start is not worth an arrow.</summary>
    private static bool IsNews(Wake wake) =>
        wake.Cause is not null && wake.Kind != WakeKind.Timer && !(wake.Kind == WakeKind.Start && wake.At == TimeSpan.Zero);

    private Markup Line(Arrow arrow, bool isFan, bool isFirst)
    {
        var drop = (arrow.To - arrow.From) * ChartFrame.Pitch;
        var path = isFan ? Branch(arrow, drop) : Curve(arrow, drop);
        var halo = isFan && !isFirst ? Markup.Empty : Markup.Of($"""<path class="hl" d="{path}"/>""");
        return Markup.Of($"""<g class="mk">{halo}<path class="ln1" d="{path}"/></g>""");
    }

    private Markup Curve(Arrow arrow, int drop)
    {
        var (x0, x1) = (Start(arrow), Tip(arrow));
        var bend = 8 + (6 * Math.Min(Math.Abs(arrow.To - arrow.From), 5));
        if (LeavesBelow(arrow))
        {
            return Markup.Of($"M0 {x0 * Math.Sign(drop)}C0 {drop * 0.6} {x1 - bend} {drop * 0.88} {x1 - 7} {drop}");
        }

        return Markup.Of($"M{x0} 0C{bend + x0} {drop * 0.12} {x1 - bend} {drop * 0.88} {x1 - 7} {drop}");
    }

    private Markup Branch(Arrow arrow, int drop)
    {
        var (x0, x1, sign) = (Start(arrow), Tip(arrow), Math.Sign(drop));
        return LeavesBelow(arrow)
            ? Markup.Of($"M0 {x0 * sign}C0 {18 * sign}-20 {10 * sign}-20 {24 * sign}V{drop - (7 * sign)}Q-20 {drop} {x1 - 7} {drop}")
            : Markup.Of($"M{x0} 0C18 0 16 {15 * sign} 0 {15 * sign}S-20 {15 * sign}-20 {24 * sign}V{drop - (7 * sign)}Q-20 {drop} {x1 - 7} {drop}");
    }

    private Markup Head(Arrow arrow)
    {
        var drop = (arrow.To - arrow.From) * ChartFrame.Pitch;
        return Markup.Of($"""<path class="mk hd" d="M{Tip(arrow)} {drop}l-9-4.5 2 4.5-2 4.5Z"/>""");
    }

    private Markup Frame(Arrow arrow, Markup content) =>
        Markup.Of($"""<svg class="wk{(arrow.Kind == WakeKind.Cancellation ? " cancel" : "")}{(IsOnPath(arrow) ? " cp" : "")}" x="{_axis.X(arrow.At)}" y="{arrow.From * ChartFrame.Pitch}" data-a="{arrow.From}" data-b="{arrow.To}">{content}</svg>""");

    /// <summary>Beside a mark that says how it ended there may stand a word.</summary>
    private bool LeavesBelow(Arrow arrow) => MarkAt(arrow.From, arrow.At) is { Radius: 9 };

    /// <summary>Both ends keep clear of the marks.</summary>
    private int Start(Arrow arrow) => MarkAt(arrow.From, arrow.At)?.Radius ?? 0;

    private int Tip(Arrow arrow) => -(MarkAt(arrow.To, arrow.At)?.Radius ?? 1);

    private EndMark? MarkAt(int row, TimeSpan at) =>
        EndingAt(row, at) is { } span ? EndMark.Of(_run, span) : null;

    private Span? EndingAt(int row, TimeSpan at) => _run.EndingAt(_run.Rows[row].Lanes[0], at).FirstOrDefault();

    private bool IsOnPath(Arrow arrow) =>
        EndingAt(arrow.From, arrow.At) is { } before && _run.IsOnPath(before)
        && _run.Rows[arrow.To].Spans.Any(span => _run.Same(span.Start, arrow.At) && _run.IsOnPath(span));

    /// <summary>One arrow between rows.</summary>
    private sealed record Arrow(TimeSpan At, int From, int To, WakeKind Kind)
    {
        /// <summary>Arrows with the same trunk leave one bar in one direction.</summary>
        public (int From, TimeSpan At, bool Down) Trunk => (From, At, To > From);
    }
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Overview;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>
/// A timeline as a Gantt chart: a bar for every stretch of every lane, with the reason of every wait, a mark for
/// every end, and the counters on the same axis. Solid is work that counted, striped is work that was lost, dashed
/// is waiting, hollow is tidying up.
/// </summary>
/// <remarks>
/// The HTML works without scripts, in light, dark and print, from 360 pixels up, and carries the timeline as JSON. With
/// scripts it can be played, walked through and, where there is more than fits, zoomed into.
/// A run of more than <see cref="MostSpans"/> spans is an overview instead: thin bars, or the share of each state in rows of
/// lanes, which zoom into bars; it has no ghost and carries a compact form of the spans.
/// Its ids come from the content and from how many charts of that content this process has made before.
/// </remarks>
/// <param name="timeline">The run to draw.</param>
/// <param name="ghost">What was expected of it, drawn dashed over the bars; null for the run alone.</param>
public sealed class GanttChart(Timeline timeline, Ghost? ghost = null) : HtmlView
{
    /// <summary>The most spans that are drawn one by one, with their words; more are an overview.</summary>
    public const int MostSpans = 2000;

    private readonly Lazy<OverviewChart> _overview = new(() => new OverviewChart(timeline));
    private readonly Lazy<ChartRun> _run = new(() => new ChartRun(timeline, ghost));

    /// <summary>The run that is drawn.</summary>
    public Timeline Timeline { get; } = timeline ?? throw new ArgumentNullException(nameof(timeline));

    /// <summary>Whether the arrows, who woke or cancelled whom, are drawn from the start; if not, a switch above the chart shows them.</summary>
    public bool ShowsArrows { get; init; }

    /// <summary>The result of the run in one sentence, as it stands above the chart.</summary>
    public string Headline => IsOverview ? _overview.Value.Headline : Headlines.Headline.Of(_run.Value);

    private bool IsOverview => Timeline.Spans.Count > MostSpans;

    /// <summary>What was expected of the run, or null.</summary>
    public Ghost? Guess => ghost;

    /// <summary>The picture alone, as HTML: legend and SVG, which need no script.</summary>
    public string Picture => IsOverview ? _overview.Value.ToHtml() : Figure.Picture().ToString();

    internal ChartRun Run => _run.Value;

    private GanttFigure Figure => new([new Panel(_run.Value, new TimeAxis(_run.Value))], Headline, ShowsArrows);

    /// <inheritdoc/>
    public override string ToHtml() => IsOverview ? _overview.Value.ToHtml()
        : ChartRenderer.Current is { } other ? Framed(other.Render(this))
        : Figure.Draw().ToString();

    /// <summary>The chart in characters, at most 80 in a line.</summary>
    public override string ToString() => IsOverview ? _overview.Value.ToString() : Text.TextGantt.Draw(_run.Value);

    /// <summary>Somebody else's picture with what stands around every picture: result, table, timeline.</summary>
    internal string Framed(string picture) => IsOverview ? picture : Figure.Frame(Markup.Raw(picture)).ToString();
}

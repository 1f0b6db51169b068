using AsyncAtScale.Charts.Drawing;
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
/// Its ids come from the content and from how many charts of that content this process has made before.
/// </remarks>
/// <param name="timeline">The run to draw.</param>
/// <param name="ghost">What was expected of it, drawn dashed over the bars; null for the run alone.</param>
public sealed class GanttChart(Timeline timeline, Ghost? ghost = null) : HtmlView
{
    private readonly Lazy<ChartRun> _run = new(() => new ChartRun(timeline, ghost));
    private readonly Lazy<FigureData> _data = new(() => FigureData.Of(timeline));

    /// <summary>The run that is drawn.</summary>
    public Timeline Timeline { get; } = timeline ?? throw new ArgumentNullException(nameof(timeline));

    /// <summary>Whether the arrows, who woke or cancelled whom, are drawn from the start; if not, a switch above the chart shows them.</summary>
    public bool ShowsArrows { get; init; }

    /// <summary>The result of the run in one sentence, as it stands above the chart.</summary>
    public string Headline => Headlines.Headline.Of(_run.Value);

    /// <inheritdoc/>
    public override string ToHtml() =>
        new GanttFigure([new Panel(_run.Value, _data.Value, new TimeAxis(_run.Value))], Headline, ShowsArrows).Draw().ToString();

    /// <summary>The chart in characters, at most 80 in a line.</summary>
    public override string ToString() => Text.TextGantt.Draw(_run.Value);
}

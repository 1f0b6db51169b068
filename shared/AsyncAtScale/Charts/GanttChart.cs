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
/// The HTML works without scripts, in light, dark and print, from 360 pixels up, and carries the timeline as JSON.
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

    /// <summary>What was expected of the run, or null.</summary>
    public Ghost? Guess => ghost;

    /// <summary>The picture alone, as HTML: legend and SVG, which need no script.</summary>
    public string Picture => Figure.Picture().ToString();

    internal ChartRun Run => _run.Value;

    private GanttFigure Figure => new(_run.Value, _data.Value, ShowsArrows);

    /// <inheritdoc/>
    public override string ToHtml() =>
        ChartRenderer.Current is { } other ? Framed(other.Render(this)) : Figure.Draw().ToString();

    /// <summary>The chart in characters, at most 80 in a line.</summary>
    public override string ToString() => Text.TextGantt.Draw(_run.Value);

    /// <summary>Somebody else's picture with what stands around every picture: result, table, timeline.</summary>
    internal string Framed(string picture) => Figure.Frame(Markup.Raw(picture)).ToString();
}

using AsyncAtScale.Charts;
using AsyncAtScale.Display;

namespace AsyncAtScale.Demos;

/// <summary>A run whose chart shows its arrows without being asked; in characters there are none, so nothing changes.</summary>
internal sealed class RunWithArrows(DemoRun run) : HtmlView
{
    /// <inheritdoc/>
    public override string ToHtml() =>
        new GanttChart(run.Timeline) { ShowsArrows = true }.ToHtml() + FailureNote.Html(run.Exception);

    /// <inheritdoc/>
    public override string ToString() => run.ToString();
}

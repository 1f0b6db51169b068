using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>
/// A timeline as a figure of plotly.js, from version 1.58 to 4: data, layout and configuration as JSON, for whatever
/// draws such figures. Every text in it is escaped twice, for HTML and for plotly.js, which reads tags in names.
/// </summary>
/// <remarks>
/// As an output it fetches nothing: it is the course's own picture, and a script that has plotly.js draw the figure
/// in its place as soon as the page has plotly.js (see <see cref="PlotlyScript"/>). In a handout, in print and without
/// scripts the picture stays.
/// </remarks>
/// <param name="timeline">The run.</param>
/// <param name="guess">What was expected of it, drawn dashed over the bars; null for the run alone.</param>
public sealed class PlotlyFigure(Timeline timeline, Ghost? guess = null) : HtmlView
{
    private readonly GanttChart _chart = new(timeline, guess);

    /// <summary>Numbers over time as a figure, one band for each, on one axis.</summary>
    /// <param name="title">What stands above.</param>
    /// <param name="until">The end of the axis.</param>
    /// <param name="series">The numbers: step functions with or without a limit.</param>
    public static PlotlyFigure Of(string title, TimeSpan until, params IReadOnlyList<Counter> series)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(series);
        return new(new Timeline { Title = title, Outcome = Outcome.Completed, Total = until, Counters = series });
    }

    /// <summary>
    /// The figure: an object with <c>data</c>, <c>layout</c> and <c>config</c>. No character in it can end a script
    /// element, so that it may be written into a page as it stands.
    /// </summary>
    public string ToJson() => FigureJson.Write(new GanttFigurePlan(_chart.Run));

    /// <inheritdoc/>
    public override string ToHtml() => _chart.Framed(new PlotlyRenderer().Render(_chart));

    /// <inheritdoc/>
    public override string ToString() => _chart.ToString();
}

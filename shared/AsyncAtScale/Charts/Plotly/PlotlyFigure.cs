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
public sealed class PlotlyFigure : HtmlView
{
    private readonly HtmlView _chart;
    private readonly Func<FigurePlan> _plan;
    private readonly Func<string, string> _page;

    /// <summary>A run.</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="guess">What was expected of it, drawn dashed over the bars; null for the run alone.</param>
    public PlotlyFigure(Timeline timeline, Ghost? guess = null)
    {
        var chart = new GanttChart(timeline, guess);
        (_chart, _plan) = (chart, () => new GanttFigurePlan(chart.Run).ToPlan());
        _page = json => chart.Framed(FigureHtml.Of(chart.Picture, chart.Headline, json));
    }

    /// <summary>Numbers over time.</summary>
    /// <param name="chart">The chart of the series.</param>
    public PlotlyFigure(SeriesChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        (_chart, _plan) = (chart, () => SeriesFigurePlan.Of(chart));
        _page = json => FigureHtml.Of(chart.ToHtml(), chart.Headline, json);
    }

    /// <summary>
    /// The figure: an object with <c>data</c>, <c>layout</c> and <c>config</c>. No character in it can end a script
    /// element, so that it may be written into a page as it stands.
    /// </summary>
    public string ToJson() => FigureJson.Write(_plan());

    /// <inheritdoc/>
    public override string ToHtml() => _page(ToJson());

    /// <inheritdoc/>
    public override string ToString() => _chart.ToString();
}

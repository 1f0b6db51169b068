using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>
/// Draws timelines with the plotly.js that the page has, and until it has one as the course's own picture. Packages
/// that make figures for plotly.js derive from it.
/// </summary>
public class PlotlyRenderer : ChartRenderer
{
    /// <inheritdoc/>
    public sealed override string Render(GanttChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var figure = FigureJson.Safe(Figure(new PlotlyFigure(chart.Timeline, chart.Guess)));
        return Markup.Of($"""
            <div class="course-plotly" aria-label="{chart.Headline}"><div class="still">{Markup.Raw(chart.Picture)}</div><script type="application/json" data-kind="plotly">{Markup.Raw(figure)}</script><script data-course="plotly">{Markup.Raw(PageScript.Source)}</script></div>
            """).ToString();
    }

    /// <summary>The figure as JSON, an object with <c>data</c> and <c>layout</c>; signs of HTML in it are escaped afterwards.</summary>
    /// <param name="figure">The figure as the course makes it.</param>
    protected virtual string Figure(PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.ToJson();
    }
}

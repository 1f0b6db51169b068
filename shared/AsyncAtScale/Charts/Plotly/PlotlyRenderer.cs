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
        return FigureHtml.Of(chart.Picture, chart.Headline, FigureJson.Safe(Figure(new PlotlyFigure(chart.Timeline, chart.Guess))));
    }

    /// <summary>The figure as JSON, an object with <c>data</c> and <c>layout</c>; signs of HTML in it are escaped afterwards.</summary>
    /// <param name="figure">The figure as the course makes it.</param>
    protected virtual string Figure(PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.ToJson();
    }
}

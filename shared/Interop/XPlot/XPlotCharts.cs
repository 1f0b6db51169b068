using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Plotly;
using AsyncAtScale.Timelines;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace AsyncAtScale.Interop;

/// <summary>Timelines as charts of XPlot.Plotly.</summary>
/// <remarks>
/// The typed bars of XPlot have no beginning, and its titles are lost from plotly.js 4 on. What its types cannot say
/// is written beside them into the JSON. Names are escaped in the figure, so that the page which XPlot writes is safe,
/// too.
/// </remarks>
public static class XPlotCharts
{
    /// <summary>The run as a chart: save it, show it.</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="guess">What was expected of it, or null.</param>
    public static PlotlyChart ToXPlot(this Timeline timeline, Ghost? guess = null) => new PlotlyFigure(timeline, guess).ToXPlot();

    /// <summary>The figure as a chart.</summary>
    public static PlotlyChart ToXPlot(this PlotlyFigure figure)
    {
        var (data, layout) = Parts(figure);
        var chart = Chart.Plot(data, layout);
        chart.Height = layout.PixelHeight;
        return chart;
    }

    internal static (IReadOnlyList<FigureTrace> Data, FigureLayout Layout) Parts(PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var parts = JObject.Parse(figure.ToJson());
        return ([.. parts["data"]!.Select(trace => new FigureTrace((JObject)trace))], new FigureLayout((JObject)parts["layout"]!));
    }
}

using AsyncAtScale.Charts.Plotly;
using Newtonsoft.Json;

namespace AsyncAtScale.Interop;

/// <summary>
/// Draws every timeline with XPlot.Plotly: <c>ChartRenderer.Current = new XPlotRenderer()</c>. The page needs plotly.js,
/// which XPlot itself takes from the network only; show a <see cref="PlotlyScript"/>.
/// </summary>
public sealed class XPlotRenderer : PlotlyRenderer
{
    /// <inheritdoc/>
    protected override string Figure(PlotlyFigure figure)
    {
        var (data, layout) = XPlotCharts.Parts(figure);
        return JsonConvert.SerializeObject(new { data, layout });
    }
}

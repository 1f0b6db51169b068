using System.Dynamic;
using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Plotly;
using AsyncAtScale.Timelines;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace AsyncAtScale.Interop;

/// <summary>Timelines as charts of Plotly.NET.</summary>
/// <remarks>
/// The typed functions of Plotly.NET cannot say where each bar begins. Its traces and layouts are bags of properties,
/// though, and take those of a figure as they stand. Names are escaped in the figure, so that the page which Plotly.NET
/// writes is safe, too.
/// </remarks>
public static class PlotlyNetCharts
{
    /// <summary>The run as a chart: save it, show it, combine it with others.</summary>
    /// <param name="timeline">The run.</param>
    /// <param name="guess">What was expected of it, or null.</param>
    public static GenericChart ToPlotlyNet(this Timeline timeline, Ghost? guess = null) => new PlotlyFigure(timeline, guess).ToPlotlyNet();

    /// <summary>The figure as a chart.</summary>
    public static GenericChart ToPlotlyNet(this PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var parts = JObject.Parse(figure.ToJson());
        var layout = new Layout();
        SetAll(layout, (JObject)parts["layout"]!);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, parts["data"]!.Select(TraceOf).ToList()));
    }

    private static Trace TraceOf(JToken data)
    {
        var trace = new Trace((string)data["type"]!);
        SetAll(trace, (JObject)data);
        return trace;
    }

    private static void SetAll(DynamicObject target, JObject properties)
    {
        foreach (var (name, value) in properties)
        {
            if (name != "type" && value is not null)
            {
                target.TrySetMember(new Setter(name), value);
            }
        }
    }

    /// <summary>Sets a property by a name that is known at run time only, in every version of the package.</summary>
    private sealed class Setter(string name) : SetMemberBinder(name, ignoreCase: false)
    {
        public override DynamicMetaObject FallbackSetMember(DynamicMetaObject target, DynamicMetaObject value, DynamicMetaObject? errorSuggestion) =>
            throw new NotSupportedException();
    }
}

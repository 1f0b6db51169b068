using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace AsyncAtScale.Interop;

/// <summary>A trace of XPlot with everything that a figure says of it.</summary>
internal sealed class FigureTrace : Trace
{
    public FigureTrace(JObject trace)
    {
        name = (string)trace["name"]!;
        trace.Remove("name");
        Rest = trace;
    }

    [JsonExtensionData]
    public IDictionary<string, JToken?> Rest { get; }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AsyncAtScale.Interop;

/// <summary>A layout of XPlot with everything that a figure says of it.</summary>
internal sealed class FigureLayout(JObject layout) : XPlot.Plotly.Layout.Layout
{
    [JsonExtensionData]
    public IDictionary<string, JToken?> Rest { get; } = layout;

    /// <summary>How high the figure wants to be.</summary>
    [JsonIgnore]
    public int PixelHeight => (int)Rest["height"]!;
}

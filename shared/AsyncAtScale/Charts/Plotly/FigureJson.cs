using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>Writes figures: the names of plotly.js, nothing that is not said, no sign of HTML.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // <, >, & and quotes are written as \u003C and the like.
        Encoder = JavaScriptEncoder.Default,
    };

    public static string Write(FigurePlan plan)
    {
        var layout = JsonSerializer.SerializeToNode(plan.Layout, Options)!.AsObject();
        foreach (var (name, axis) in plan.Axes)
        {
            layout[name] = JsonSerializer.SerializeToNode(axis, Options);
        }

        var figure = new JsonObject
        {
            ["data"] = JsonSerializer.SerializeToNode(plan.Traces, Options),
            ["layout"] = layout,
            ["config"] = new JsonObject { ["responsive"] = true, ["displayModeBar"] = false },
        };
        return figure.ToJsonString(Options);
    }

    /// <summary>
    /// The same JSON with signs of HTML written as escapes: what a package has made from names would else end the
    /// script element that it stands in.
    /// </summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static string Safe(string json)
    {
        try
        {
            return JsonNode.Parse(json)!.ToJsonString(Options);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The figure is not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>plotly.js calls things "hovertext" and "showlegend".</summary>
    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}

using System.Text.Json.Nodes;

namespace Handouts.Rendering.CourseMap;

/// <summary>A span of a timeline, as far as a thumbnail shows it.</summary>
/// <param name="Lane">Whose it is.</param>
/// <param name="State">How it is painted: running, waiting, cancelled …</param>
/// <param name="Start">In seconds.</param>
/// <param name="End">In seconds; null if it never ended.</param>
internal sealed record MiniSpan(string Lane, string State, double Start, double? End)
{
    /// <summary>Reads a span of the reference format.</summary>
    public static MiniSpan Read(JsonNode span) => new(
        span["lane"]!.GetValue<string>(),
        span["state"]!.GetValue<string>(),
        span["start"]!.GetValue<double>(),
        span["end"]?.GetValue<double>());

    /// <summary>A bar, or a dotted line for waiting.</summary>
    /// <param name="y">Where its lane begins, in pixels.</param>
    /// <param name="height">How high a bar is, in pixels.</param>
    /// <param name="total">How long the picture is, in seconds.</param>
    public string Draw(double y, double height, double total)
    {
        var (from, to) = (Start / total, (End ?? total) / total);
        return Kind is { } kind
            ? $"""<rect class="{kind}" x="{Html.Percent(from)}" width="{Html.Percent(Math.Max(to - from, 0.012) - 0.006)}" y="{Html.Number(y)}" height="{Html.Number(height)}" rx="1"/>"""
            : $"""<line class="w" x1="{Html.Percent(from)}" x2="{Html.Percent(to)}" y1="{Html.Number(y + (height / 2))}" y2="{Html.Number(y + (height / 2))}"/>""";
    }

    private string? Kind => State switch
    {
        "waiting" or "backoff" or "stuck" => null,
        "cancelled" or "timed-out" => "x",
        "failed" => "f",
        _ => "r",
    };
}

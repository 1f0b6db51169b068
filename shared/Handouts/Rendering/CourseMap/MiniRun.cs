using System.Text;
using System.Text.Json;
using Handouts.Notebooks;

namespace Handouts.Rendering.CourseMap;

/// <summary>A run as a thumbnail: bars for work, dots for waiting; read from the first timeline that a notebook shows.</summary>
internal static class MiniRun
{
    private const double Height = 54;
    private const double TallestLane = 12;

    /// <summary>The picture, or an empty place if the notebook shows no timeline.</summary>
    public static string Render(Notebook notebook)
    {
        var spans = FirstTimeline(notebook);
        return spans.Count == 0 ? "<span></span>" : Draw(spans);
    }

    private static IReadOnlyList<MiniSpan> FirstTimeline(Notebook notebook) =>
        notebook.Cells
            .SelectMany(cell => cell.Outputs)
            .OfType<DisplayOutput>()
            .Select(output => output.Html)
            .OfType<string>()
            .Where(html => html.Contains("data-kind=\"timeline\"", StringComparison.Ordinal))
            .Select(html => Html.Read(html).QuerySelector("script[data-kind=timeline]")?.TextContent)
            .OfType<string>()
            .Select(Read)
            .FirstOrDefault(spans => spans.Count > 0) ?? [];

    private static IReadOnlyList<MiniSpan> Read(string json)
    {
        try
        {
            using var run = JsonDocument.Parse(json);
            return [.. run.RootElement.GetProperty("expected").GetProperty("spans").EnumerateArray().Select(MiniSpan.Read)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string Draw(IReadOnlyList<MiniSpan> spans)
    {
        var lanes = spans.Select(span => span.Lane).Distinct().ToList();
        var pitch = Math.Min(Height / lanes.Count, TallestLane);
        var top = (Height - (pitch * lanes.Count)) / 2;
        var total = spans.Max(span => span.End ?? span.Start);
        // A run that got stuck goes on a little after its last event.
        var end = spans.Any(span => span.End is null) ? total * 1.15 : total;
        var svg = new StringBuilder($"<svg class=\"mini\" height=\"{Height}\" aria-hidden=\"true\">");
        foreach (var span in spans.Where(_ => end > 0))
        {
            svg.Append(span.Draw(top + (pitch * lanes.IndexOf(span.Lane)), Math.Min(pitch * 0.62, 6.5), end));
        }

        return svg.Append("</svg>").ToString();
    }
}

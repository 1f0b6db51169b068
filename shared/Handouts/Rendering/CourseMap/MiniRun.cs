using System.Text;
using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Rendering.CourseMap;

/// <summary>A run as a thumbnail: bars for work, dots for waiting; read from a timeline that the notebook shows.</summary>
internal static class MiniRun
{
    private const double Height = 54;
    private const double TallestLane = 12;

    /// <summary>More lanes than this are a blur at the size of a thumbnail.</summary>
    private const int MostLanes = 12;

    /// <summary>The picture, or an empty place if the notebook shows no timeline.</summary>
    public static string Render(Notebook notebook)
    {
        var spans = MostTelling(notebook);
        return spans.Count == 0 ? "<span></span>" : Draw(spans);
    }

    /// <summary>The run in which most happens at different times; of equals the first.</summary>
    private static IReadOnlyList<MiniSpan> MostTelling(Notebook notebook) =>
        notebook.Cells
            .SelectMany(cell => EmbeddedTimelines.In(cell.Outputs))
            .Select(Read)
            .Where(spans => spans.Count > 0)
            .OrderBy(spans => LanesOf(spans).Count > MostLanes)
            .ThenByDescending(Moments)
            .FirstOrDefault() ?? [];

    private static List<string> LanesOf(IReadOnlyList<MiniSpan> spans) => [.. spans.Select(span => span.Lane).Distinct()];

    /// <summary>Moments that a thumbnail can tell apart.</summary>
    private static int Moments(IReadOnlyList<MiniSpan> spans)
    {
        var total = spans.Max(span => span.End ?? span.Start);
        return spans.SelectMany(span => (double[])[span.Start, span.End ?? total])
            .Select(time => total == 0 ? 0 : Math.Round(time / total * 30))
            .Distinct()
            .Count();
    }

    private static IReadOnlyList<MiniSpan> Read(JsonObject run)
    {
        try
        {
            return [.. run["expected"]!["spans"]!.AsArray().Select(span => MiniSpan.Read(span!))];
        }
        catch (Exception problem) when (problem is NullReferenceException or InvalidOperationException or FormatException)
        {
            return []; // something else that calls itself a timeline
        }
    }

    private static string Draw(IReadOnlyList<MiniSpan> spans)
    {
        var lanes = LanesOf(spans);
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

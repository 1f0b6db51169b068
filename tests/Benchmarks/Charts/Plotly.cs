using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;
using Activity = AsyncAtScale.Timelines.Activity;

namespace Benchmarks.Charts;

/// <summary>The same spans for plotly.js, in the three ways in which it can draw a Gantt chart.</summary>
internal static class Plotly
{
    private const int Columns = 400;
    private const int Rows = 36;

    public static IReadOnlyList<string> Kinds { get; } = ["bar", "scattergl", "heatmap"];

    /// <summary>The library, from npm into a folder; its path.</summary>
    /// <exception cref="InvalidOperationException">npm cannot get it.</exception>
    public static string Fetch(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, "plotly.js-dist-min"])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("npm does not start: install Node.js to compare with plotly.js.");
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        var library = Path.Combine(folder, "node_modules", "plotly.js-dist-min", "plotly.min.js");
        return npm.ExitCode == 0 && File.Exists(library) ? library
            : throw new InvalidOperationException($"npm install plotly.js-dist-min ended with {npm.ExitCode}: it needs the npm registry.");
    }

    public static string Page(Timeline run, string kind, string library)
    {
        var (data, layout) = (Data(run, kind), """{"width":960,"height":760,"barmode":"overlay","showlegend":true}""");
        var script = $"globalThis.began = performance.now(); Plotly.newPlot('plot', {data}, {layout}).then(() => {OurPage.Painted.TrimEnd(';')});";
        return OurPage.Page($"<div id=plot></div><script src=\"{new Uri(library).AbsoluteUri}\"></script><script>{script}</script>");
    }

    private static string Data(Timeline run, string kind)
    {
        var lanes = run.Lanes.Select(life => life.Name).Index().ToDictionary(lane => lane.Item, lane => lane.Index);
        var states = run.Spans.GroupBy(span => span.Activity == Activity.Waiting ? "waiting" : span.Ending == Ending.Normal ? "running" : $"{span.Ending}");
        return kind switch
        {
            "bar" => JsonSerializer.Serialize(states.Select(state => Bars(state.Key, state, lanes))),
            "scattergl" => JsonSerializer.Serialize(states.Select(state => Lines(state.Key, state, lanes))),
            _ => JsonSerializer.Serialize(new[] { Heat(run, lanes) }),
        };
    }

    private static JsonObject Bars(string name, IEnumerable<Span> spans, Dictionary<string, int> lanes) => new()
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["name"] = name,
        ["y"] = Numbers(spans.Select(span => (double)lanes[span.Lane])),
        ["base"] = Numbers(spans.Select(span => span.Start.TotalSeconds)),
        ["x"] = Numbers(spans.Select(span => span.Duration!.Value.TotalSeconds)),
    };

    private static JsonObject Lines(string name, IEnumerable<Span> spans, Dictionary<string, int> lanes) => new()
    {
        ["type"] = "scattergl",
        ["mode"] = "lines",
        ["name"] = name,
        ["x"] = Numbers(spans.SelectMany(span => new double?[] { span.Start.TotalSeconds, span.End!.Value.TotalSeconds, null })),
        ["y"] = Numbers(spans.SelectMany(span => new double?[] { lanes[span.Lane], lanes[span.Lane], null })),
    };

    /// <summary>The share of running work in rows of lanes and columns of time: counted here, as plotly.js cannot.</summary>
    private static JsonObject Heat(Timeline run, Dictionary<string, int> lanes)
    {
        var heat = new double[Rows, Columns];
        foreach (var span in run.Spans.Where(span => span.Activity == Activity.Running))
        {
            var (from, to) = ((int)(span.Start / run.Total * Columns), (int)(span.End!.Value / run.Total * Columns));
            for (var column = from; column <= Math.Min(to, Columns - 1); column++)
            {
                heat[lanes[span.Lane] * Rows / lanes.Count, column]++;
            }
        }

        var rows = Enumerable.Range(0, Rows).Select(row => (JsonNode)Numbers(Enumerable.Range(0, Columns).Select(column => heat[row, column])));
        return new JsonObject { ["type"] = "heatmap", ["z"] = new JsonArray([.. rows]) };
    }

    private static JsonArray Numbers(IEnumerable<double> numbers) => [.. numbers.Select(number => (JsonNode)Math.Round(number, 4))];

    private static JsonArray Numbers(IEnumerable<double?> numbers) => [.. numbers.Select(number => number is { } known ? (JsonNode)Math.Round(known, 4) : null)];
}

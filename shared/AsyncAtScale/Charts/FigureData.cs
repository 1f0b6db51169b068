using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>The data that a figure carries, and the prefix of the figure's ids.</summary>
/// <param name="Json">The data, a timeline in the reference format for example; no character in it can end a script element.</param>
/// <param name="Prefix">Differs from every other figure of this process.</param>
internal sealed record FigureData(string Json, string Prefix)
{
    private static readonly ConcurrentDictionary<string, int> Emitted = new();

    // The default encoder writes <, > and & as escapes.
    public static FigureData Of(ChartRun run)
    {
        var json = TimelineFormat.Write(run.Timeline, run.Timeline.Title);
        var spans = json["expected"]!["spans"]!.AsArray();
        foreach (var index in Enumerable.Range(0, spans.Count).Reverse().Where(index => IsMomentBetween(run, run.Timeline.Spans[index])))
        {
            spans.RemoveAt(index);
        }

        return Of(Pruned(json).ToJsonString());
    }

    /// <summary>JSON that was written with the default encoder.</summary>
    public static FigureData Of(string json)
    {
        var hash = "g" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..8];
        var ordinal = Emitted.AddOrUpdate(hash, 1, (_, last) => last + 1);
        return new FigureData(json, ordinal == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{ordinal}"));
    }

    /// <summary>At the real pace nobody said that these microseconds were a wait, and the chart does not show them.</summary>
    private static bool IsMomentBetween(ChartRun run, Span span) => span.IsDerived && run.HasNoLength(span);

    /// <summary>What says nothing, or what a reader assumes anyway, is left out: a page holds many charts.</summary>
    private static JsonObject Pruned(JsonObject run)
    {
        Drop(run, ["demo", "case", "source", "shows", "note"], _ => true);
        foreach (var entry in run["expected"]!.AsObject().Select(part => part.Value).OfType<JsonArray>().SelectMany(items => items))
        {
            Drop(entry!.AsObject(), ["label", "parent", "detail"], value => value is null or JsonObject { Count: 0 });
            TimelineDefaults.Drop(entry!.AsObject());
        }

        return run;
    }

    private static void Drop(JsonObject from, IEnumerable<string> names, Func<JsonNode?, bool> saysNothing)
    {
        foreach (var name in names.Where(name => saysNothing(from[name])))
        {
            from.Remove(name);
        }
    }
}

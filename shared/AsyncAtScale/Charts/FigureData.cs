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
    public static FigureData Of(Timeline timeline) => Of(Pruned(TimelineFormat.Write(timeline, timeline.Title)).ToJsonString());

    /// <summary>JSON that was written with the default encoder.</summary>
    public static FigureData Of(string json)
    {
        var hash = "g" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..8];
        var ordinal = Emitted.AddOrUpdate(hash, 1, (_, last) => last + 1);
        return new FigureData(json, ordinal == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{ordinal}"));
    }

    /// <summary>Optional values that say nothing are left out: a page holds many charts.</summary>
    private static JsonObject Pruned(JsonObject run)
    {
        Drop(run, ["source", "shows", "note"], value => value is JsonValue text && text.ToString().Length == 0);
        foreach (var entry in run["expected"]!.AsObject().Select(part => part.Value).OfType<JsonArray>().SelectMany(items => items))
        {
            Drop(entry!.AsObject(), ["label", "parent", "detail"], value => value is null or JsonObject { Count: 0 });
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

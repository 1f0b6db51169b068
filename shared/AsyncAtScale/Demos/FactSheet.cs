using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// The demo's own part of the summary, from what it kept and what it returned: the members of an object by their names in
/// snake_case, a list as "results", anything else as "result". What JSON cannot hold is left out.
/// </summary>
internal static class FactSheet
{
    /// <summary>The record of a run, with what it kept and what it returned.</summary>
    public static Timeline Close<T>(string title, Recorder recorder, Outcome outcome, T? result)
    {
        var timeline = recorder.Close(title, outcome);
        foreach (var (name, value) in Of(recorder.Kept).Concat(Of(result)))
        {
            timeline.Facts[name] = value?.DeepClone();
        }

        return timeline;
    }

    public static JsonObject Of<T>(T? result) => JsonFacts.Of(result) switch
    {
        null => [],
        JsonObject members => members,
        JsonArray list => new JsonObject { ["results"] = list },
        var value => new JsonObject { ["result"] = value },
    };
}

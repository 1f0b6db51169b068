using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// The demo's own part of the summary, from what it kept and what it returned: the members of an object by their names in
/// snake_case, a list as "results", anything else as "result".
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

    public static JsonObject Of<T>(T? result)
    {
        if (result is null or Delegate or Task or IEnumerable<Task>)
        {
            return [];
        }

        try
        {
            return JsonSerializer.SerializeToNode(result, TimelineFormat.Facts) switch
            {
                JsonObject members => members,
                JsonArray list => new JsonObject { ["results"] = list },
                null => [],
                var value => new JsonObject { ["result"] = value },
            };
        }
        catch (Exception)
        {
            return []; // a result that JSON cannot hold is still the run's result, only no part of its summary
        }
    }
}

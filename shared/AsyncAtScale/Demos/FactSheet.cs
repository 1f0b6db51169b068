using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// The demo's own part of the summary, from what it returned: the members of an object by their names in
/// snake_case, a list as "results", anything else as "result".
/// </summary>
internal static class FactSheet
{
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

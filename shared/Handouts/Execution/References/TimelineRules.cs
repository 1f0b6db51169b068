using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Execution.References;

/// <summary>The timelines of a cell reproduce the reference runs that it names.</summary>
internal static class TimelineRules
{
    public static IEnumerable<string> Check(Notebook notebook, Cell cell, IReadOnlyList<Output> outputs)
    {
        var timelines = EmbeddedTimelines.In(outputs);
        var course = cell.Course;
        return course.Reference.Index()
            .Where(named => named.Item is not null)
            .SelectMany(named => Check(notebook, course, named.Item!, timelines.ElementAtOrDefault(named.Index)));
    }

    private static IEnumerable<string> Check(Notebook notebook, CourseMetadata course, string id, JsonObject? timeline)
    {
        if (ReferenceRuns.Find(notebook, id) is not { } reference)
        {
            return [];
        }

        if (timeline is null)
        {
            return [$"it names {id}, but shows no timeline for it"];
        }

        var differences = ReferenceMatch.Differences(timeline, reference);
        return !course.Differs.TryGetValue(id, out var claim) ? differences.Select(difference => $"{id}: {difference}")
            : differences.Count == 0 ? [$"{id}: it should differ ({claim}), but it matches"]
            : [];
    }
}

using System.Runtime.CompilerServices;

namespace AsyncAtScale.Timelines;

/// <summary>Which task is which lane, so that a wait for tasks can name the lane that ended it.</summary>
internal static class LaneTasks
{
    private static readonly ConditionalWeakTable<Task, Lane> Lanes = [];

    public static void Add(Task task, Lane lane) => Lanes.AddOrUpdate(task, lane);

    /// <summary>The lane that a task is; null if it is none.</summary>
    public static Lane? Of(Task task) => Lanes.TryGetValue(task, out var lane) ? lane : null;

    /// <summary>The lane of whichever of these tasks ended last; null if none of those that have ended is a lane.</summary>
    public static Lane? LastToEnd(IEnumerable<Task> tasks)
    {
        Lane? last = null;
        foreach (var task in tasks)
        {
            if (task.IsCompleted && Of(task) is { } lane && lane.EndedAs > (last?.EndedAs ?? 0))
            {
                last = lane;
            }
        }

        return last;
    }
}

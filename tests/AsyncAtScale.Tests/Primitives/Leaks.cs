using AsyncAtScale.Demos;
using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>What a scenario must not leave behind.</summary>
internal static class Leaks
{
    /// <summary>
    /// The scenario, and then a standstill: a timer that were left would move the clock before the loop gives up, a lane
    /// that were left would be in its report.
    /// </summary>
    public static async Task AssertNothingGoesOn(Func<Task> scenario)
    {
        var ended = TimeSpan.Zero;
        var run = await Demo.Run(
            "leaks",
            async () =>
            {
                await scenario();
                ended = Lane.Current!.Recorder.Elapsed;
                await new TaskCompletionSource().Task;
            },
            Pace.Virtual);
        var report = Assert.IsType<StuckException>(run.Exception).Report;
        Assert.Equal(["main"], report.Lanes.Select(lane => lane.Lane));
        Assert.Equal(ended, report.At);
        Assert.DoesNotContain("real clock", report.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Timeline.Spans, span => span is { End: null, Lane: not "main" });
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    /// <summary>No task of the scenario failed without anybody looking.</summary>
    public static async Task AssertNothingUnobserved(Func<Task> scenario)
    {
        Collect();
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs problem)
        {
            lock (unobserved)
            {
                unobserved.Add(problem.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await Demo.Run("unobserved", scenario, Pace.Virtual);
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
    }

    private static void Collect()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}

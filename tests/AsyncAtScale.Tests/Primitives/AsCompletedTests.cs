using AsyncAtScale.Primitives;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class AsCompletedTests
{
    [Fact]
    public async Task Of_TasksEndInAnyOrder_YieldsThemAsTheyEndWithProgress()
    {
        var seen = new List<string>();
        var timeline = await Timeline(async () =>
        {
            await foreach (var (task, done, of) in AsCompleted.Of([Job("a", 3), Job("b", 1), Job("c", 2)]))
            {
                seen.Add($"{await task} {done}/{of} at {Now}");
            }
        });
        Assert.Equal(["b ok 1/3 at 1", "c ok 2/3 at 2", "a ok 3/3 at 3"], seen);
        Assert.Equal(["tasks 0-1 Normal", "tasks 1-2 Normal", "tasks 2-3 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover b 1", "Handover c 2", "Handover a 3"], Wakes(timeline, "main"));
    }

    [Fact]
    public async Task Of_TasksEndedBefore_ComeInTheOrderGiven()
    {
        var seen = new List<int>();
        await foreach (var completion in AsCompleted.Of(Enumerable.Range(0, 20).Select(Task.FromResult)))
        {
            seen.Add(await completion.Task);
        }

        Assert.Equal(Enumerable.Range(0, 20), seen);
    }

    [Fact]
    public async Task Of_ATaskFails_TheOthersStillCome()
    {
        var seen = new List<TaskStatus>();
        await Timeline(async () =>
        {
            await foreach (var completion in AsCompleted.Of([Job("a", 1, new FormatException()), Job("b", 2)]))
            {
                seen.Add(completion.Task.Status);
            }
        });
        Assert.Equal([TaskStatus.Faulted, TaskStatus.RanToCompletion], seen);
    }

    [Fact]
    public async Task Of_ATaskGivenTwice_CountsOnce()
    {
        var task = Task.FromResult(1);
        var seen = new List<Completion<int>>();
        await foreach (var completion in AsCompleted.Of([task, task]))
        {
            seen.Add(completion);
        }

        Assert.Equal([new Completion<int>(task, 1, 1)], seen);
    }

    [Fact]
    public async Task Of_Cancelled_StopsWaitingAndTheTasksRunOn()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1.5), Clock);
            var tasks = new[] { Job("a", 1), Job("b", 2) };
            var seen = 0;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var completion in AsCompleted.Of(tasks, stop.Token))
                {
                    seen++;
                }
            });
            Assert.Equal((1, 1.5), (seen, Now));
            await tasks[1];
        });
        Assert.Equal(["tasks 0-1 Normal", "tasks 1-1.5 Cancelled"], Waits(timeline, "main"));
        Assert.Equal([2.0], Times(timeline, "b", "finished"));
    }

    [Fact]
    public Task Of_LeftAfterTheFirst_LeavesNoFailureUnobserved() => Leaks.AssertNothingUnobserved(async () =>
    {
        await foreach (var completion in AsCompleted.Of([Job("a", 1), Job("b", 2, new FormatException()), Job("c", 3, new FormatException())]))
        {
            break;
        }

        await Work(5);
    });
}

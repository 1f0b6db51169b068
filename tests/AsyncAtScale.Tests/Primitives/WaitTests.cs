using AsyncAtScale.Primitives;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class WaitTests
{
    [Theory]
    [InlineData(Until.FirstCompleted, 1, 1, 2)]
    [InlineData(Until.FirstException, 2, 2, 1)]
    [InlineData(Until.AllCompleted, 3, 3, 0)]
    public async Task ForAsync_Event_ReturnsThenWithDoneAndPendingInOrder(Until until, double at, int done, int pending)
    {
        var timeline = await Timeline(async () =>
        {
            var tasks = new[] { Job("a", 3), Job("b", 2, new FormatException()), Job("c", 1) };
            var result = await Wait.ForAsync(tasks, until);
            Assert.Equal((at, done, pending), (Now, result.Done.Count, result.Pending.Count));
            Assert.Equal(tasks.Where(task => task.IsCompleted), result.Done);
            Assert.Equal(tasks.Where(task => !task.IsCompleted), result.Pending);
            await Gather.SettledAsync(tasks);
        });
        Assert.Equal($"tasks 0-{at} Normal", Waits(timeline, "main").First());
        Assert.Equal($"Handover {"?cba"[(int)at]} {at}", Wakes(timeline, "main").First());
        Assert.Equal([at], Times(timeline, "main", "wait-returned"));
    }

    [Fact]
    public async Task ForAsync_CancelledTask_IsNoFailure() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1), Clock);
        var (done, pending) = await Wait.ForAsync([Job("a", 2), Job("b", 5, token: stop.Token)], Until.FirstException);
        Assert.Equal((2, 0, 2.0), (done.Count, pending.Count, Now));
    });

    [Fact]
    public async Task ForAsync_TimeIsUp_ReturnsAndNobodyIsCancelledNorTheCause()
    {
        var timeline = await Timeline(async () =>
        {
            var tasks = new[] { Job("a", 1), Job("b", 3) };
            var (done, pending) = await Wait.ForAsync(tasks, limit: Seconds(2));
            Assert.Equal((1, 1, 2.0), (done.Count, pending.Count, Now));
            await tasks[1];
        });
        Assert.Equal(["Timer - 2"], Wakes(timeline, "main"));
        Assert.Equal([3.0], Times(timeline, "b", "finished"));
    }

    [Fact]
    public async Task ForAsync_NoTasks_IsAnError() => await Assert.ThrowsAsync<ArgumentException>(() => Wait.ForAsync<Task>([]));

    [Fact]
    public Task ForAsync_Failures_LeavesNoneOfTheDoneUnobserved() => Leaks.AssertNothingUnobserved(async () =>
        await Wait.ForAsync([Job("a", 1, new FormatException()), Job("b", 1, new FormatException())]));
}

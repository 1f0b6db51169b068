using AsyncAtScale.Primitives;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class AsyncEventTests
{
    [Fact]
    public async Task WaitAsync_Set_PassesAtOnceAndAllocatesNothing()
    {
        var signal = new AsyncEvent();
        signal.Set();
        await signal.WaitAsync();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            Assert.True(signal.WaitAsync().IsCompletedSuccessfully);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Set_WithWaiters_WakesAllInTheOrderInWhichTheyCame()
    {
        var woken = new List<string>();
        var timeline = await Timeline(async () =>
        {
            var signal = new AsyncEvent();
            var waiters = "dbeca".Select((name, place) => Lane($"{name}", async () =>
            {
                await Pause(0.1 * place);
                await signal.WaitAsync();
                woken.Add($"{name}");
            })).ToList();
            await Lane("setter", async () =>
            {
                await Work(1);
                signal.Set();
                Assert.Empty(woken);
            });
            await Task.WhenAll(waiters);
            Assert.True(signal.IsSet);
        });
        Assert.Equal(["d", "b", "e", "c", "a"], woken);
        Assert.Equal(["d", "b", "e", "c", "a"], timeline.LanesWith("released"));
        Assert.Equal(["event 0.1-1 Normal"], Waits(timeline, "b"));
        Assert.Contains("Handover setter 1", Wakes(timeline, "b"));
        Assert.Equal([0.1], Times(timeline, "b", "arrived"));
        Assert.Equal([1.0], Times(timeline, "setter", "set"));
    }

    [Fact]
    public async Task Clear_RightAfterSet_ThoseWhoWaitedGoOnAndNewcomersWait() => await Timeline(async () =>
    {
        var signal = new AsyncEvent();
        var waiting = signal.WaitAsync().AsTask();
        signal.Set();
        signal.Clear();
        Assert.False(signal.IsSet);
        var late = signal.WaitAsync().AsTask();
        await waiting;
        Assert.False(late.IsCompleted);
        Assert.Equal(1, signal.Waiting);
        signal.Set();
        await late;
    });

    [Fact]
    public async Task Set_WithAWaiter_DoesNotRunItsContinuationInside()
    {
        var signal = new AsyncEvent();
        using var setting = new ThreadLocal<bool>();
        var ranInside = new TaskCompletionSource<bool>();
        signal.WaitAsync().GetAwaiter().UnsafeOnCompleted(() => ranInside.SetResult(setting.Value));
        setting.Value = true;
        signal.Set();
        setting.Value = false;
        Assert.False(await ranInside.Task);
    }

    [Fact]
    public async Task Set_Twice_TheSecondDoesNothing()
    {
        var timeline = await Timeline(() =>
        {
            var signal = new AsyncEvent();
            signal.Set();
            signal.Set();
            return Task.CompletedTask;
        });
        Assert.Equal(["main"], timeline.LanesWith("set"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WaitAsync_CancelledAtAnyPlace_OnlyThatOneGivesUp(int place)
    {
        var signal = new AsyncEvent();
        using var stop = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 3).Select(number => signal.WaitAsync(number == place ? stop.Token : default).AsTask()).ToList();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[place]);
        Assert.Equal(2, signal.Waiting);
        signal.Set();
        await Task.WhenAll(waiting.Where(task => task != waiting[place]));
    }

    [Fact]
    public async Task WaitAsync_TokenCancelledBefore_Throws()
    {
        var signal = new AsyncEvent();
        signal.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await signal.WaitAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Cancel_AfterSet_TheWaiterGoesOn()
    {
        var signal = new AsyncEvent();
        using var stop = new CancellationTokenSource();
        var waiting = signal.WaitAsync(stop.Token);
        signal.Set();
        await stop.CancelAsync();
        await waiting;
    }

    [Fact]
    public async Task WaitAsync_Cancelled_TheChartKnowsWhoDidIt()
    {
        var timeline = await Timeline(async () =>
        {
            var signal = new AsyncEvent();
            using var stop = new CancellationTokenSource();
            var waiter = Lane("waiter", async () => await signal.WaitAsync(stop.Token));
            await Lane("stopper", async () =>
            {
                await Work(1);
                await stop.CancelAsync();
            });
            await Gather.SettledAsync(waiter);
        });
        Assert.Equal(["event 0-1 Cancelled"], Waits(timeline, "waiter"));
        Assert.Equal(["Cancellation stopper 1"], Wakes(timeline, "waiter"));
        Assert.Empty(timeline.LanesWith("released"));
    }

    [Fact]
    public async Task Set_Recorded_SaysHowManyWaitedThoseOutsideTheRunIncluded()
    {
        var signal = new AsyncEvent();
        Task[] outside = [signal.WaitAsync().AsTask(), signal.WaitAsync().AsTask(), signal.WaitAsync().AsTask()];
        var timeline = await Timeline(async () =>
        {
            var inside = Lane("waiter", async () => await signal.WaitAsync());
            signal.Set();
            await inside;
            await Lane("late", async () => await signal.WaitAsync());
        });
        await Task.WhenAll(outside);
        Assert.Equal("4", timeline.InstantsOf("main").Single(instant => instant.Name == "set").Detail["waiting"]!.ToJsonString());
        Assert.Equal(["arrived", "released"], timeline.InstantsOf("late").Select(instant => instant.Name));
        Assert.Equal(
            ["false", "true"],
            timeline.Instants.Where(instant => instant.Name == "arrived").Select(instant => instant.Detail["is_set"]!.ToJsonString()));
    }
}

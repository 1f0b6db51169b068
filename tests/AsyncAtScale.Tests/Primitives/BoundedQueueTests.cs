using System.Threading.Channels;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class BoundedQueueTests
{
    [Fact]
    public void New_WithoutRoom_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new BoundedQueue<int>(0));

    [Fact]
    public async Task PutAsync_Full_WaitsForRoomAndTheDepthNeverExceedsTheCapacity()
    {
        var got = new List<int>();
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(2);
            var producer = Lane("producer", async () =>
            {
                for (var item = 0; item < 5; item++)
                {
                    await queue.PutAsync(item);
                }
            });
            await Lane("consumer", async () =>
            {
                for (var item = 0; item < 5; item++)
                {
                    await Work(1);
                    got.Add(await queue.GetAsync());
                }
            });
            await producer;
            Assert.Equal((0, 2), (queue.Count, queue.Capacity));
        });
        Assert.Equal([0, 1, 2, 3, 4], got);
        Assert.Equal(["room 0-1 Normal", "room 1-2 Normal", "room 2-3 Normal"], Waits(timeline, "producer"));
        Assert.Equal(["Handover consumer 1", "Handover consumer 2", "Handover consumer 3"], Wakes(timeline, "producer"));
        var depth = timeline.Counters.Single(counter => counter.Name == "queue-depth");
        Assert.Equal((2, 2), (depth.Peak, depth.Limit));
        Assert.Equal(5, timeline.LanesWith("put").Count);
        Assert.Equal(["0", "1", "2", "3", "4"], timeline.InstantsOf("consumer").Where(instant => instant.Name == "get").Select(instant => (string?)instant.Detail["item"]));
    }

    [Fact]
    public async Task GetAsync_Empty_TakersAreServedInTheOrderInWhichTheyCame()
    {
        var got = new List<string>();
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(5);
            var takers = "bca".Select((name, place) => Lane($"{name}", async () =>
            {
                await Pause(0.1 * place);
                got.Add($"{name}{await queue.GetAsync()}");
            })).ToList();
            await Lane("producer", async () =>
            {
                await Work(1);
                for (var item = 0; item < 3; item++)
                {
                    await queue.PutAsync(item);
                }
            });
            await Task.WhenAll(takers);
        });
        Assert.Equal(["b0", "c1", "a2"], got);
        Assert.Equal(["item 0.1-1 Normal"], Waits(timeline, "c"));
        Assert.Contains("Handover producer 1", Wakes(timeline, "c"));
    }

    [Fact]
    public async Task IsSentinel_RecordsWhoPutsGetsAndPassesItOn()
    {
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int?>(1) { IsSentinel = item => item is null };
            var producer = Lane("producer", async () =>
            {
                await queue.PutAsync(7);
                await queue.PutAsync(null);
            });
            await Lane("consumer", async () =>
            {
                await Work(1);
                await queue.GetAsync();
                await queue.GetAsync();
                await queue.PutAsync(null);
            });
            await producer;
        });
        Assert.Equal(["put", "sentinel-put"], timeline.InstantsOf("producer").Select(instant => instant.Name));
        Assert.Equal("put stop", timeline.SpansOf("producer").Single(span => span.Reason == WaitReason.Room).Label);
        Assert.Equal(["get", "sentinel-got", "sentinel-passed-on"], timeline.InstantsOf("consumer").Select(instant => instant.Name).Except(["started", "finished"]));
    }

    [Fact]
    public async Task JoinAsync_ItemsTakenButNotDone_WaitsUntilTheyAreProcessed()
    {
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(5);
            await queue.JoinAsync();
            for (var item = 0; item < 3; item++)
            {
                await queue.PutAsync(item);
            }

            _ = Lane("consumer", async () =>
            {
                for (var item = 0; item < 3; item++)
                {
                    await queue.GetAsync();
                    await Work(1);
                    queue.TaskDone();
                }

                await Work(1);
            });
            await queue.JoinAsync();
            Assert.Equal((0, 3.0), (queue.Unfinished, Now));
            await Work(2);
        });
        Assert.Equal(["tasks 0-3 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover consumer 3"], Wakes(timeline, "main"));
    }

    [Fact]
    public async Task JoinAsync_Cancelled_GivesUpWaiting()
    {
        var queue = new BoundedQueue<int>(5);
        await queue.PutAsync(1);
        using var stop = new CancellationTokenSource();
        var join = queue.JoinAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => join);
    }

    [Fact]
    public async Task TaskDone_MoreOftenThanPut_IsAnError()
    {
        var queue = new BoundedQueue<int>(5);
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
        await queue.PutAsync(1);
        queue.TaskDone();
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
        await queue.JoinAsync();
    }

    [Fact]
    public async Task Sentinel_PassedOn_StopsEveryConsumer() => await Timeline(async () =>
    {
        var queue = new BoundedQueue<int?>(2);
        var consumers = Enumerable.Range(0, 3).Select(number => Lane($"consumer-{number}", async () =>
        {
            var handled = new List<int>();
            while (await queue.GetAsync() is { } item)
            {
                handled.Add(item);
                await Work(0.1);
            }

            await queue.PutAsync(null);
            return handled;
        })).ToList();
        for (var item = 0; item < 10; item++)
        {
            await queue.PutAsync(item);
        }

        await queue.PutAsync(null);
        var handled = await Task.WhenAll(consumers);
        Assert.Equal(Enumerable.Range(0, 10), handled.SelectMany(list => list).Order());
        Assert.Equal(1, queue.Count);
    });

    [Fact]
    public async Task Complete_ItemsLeft_AreTakenThenBothSidesGetAnException() => await Timeline(async () =>
    {
        var queue = new BoundedQueue<int>(2);
        await queue.PutAsync(1);
        await queue.PutAsync(2);
        queue.Complete();
        queue.Complete();
        await Assert.ThrowsAsync<ChannelClosedException>(async () => await queue.PutAsync(3));
        Assert.Equal(1, await queue.GetAsync());
        Assert.Equal(2, await queue.GetAsync());
        await Assert.ThrowsAsync<ChannelClosedException>(async () => await queue.GetAsync());
        Assert.Equal(2, queue.Unfinished);
    });

    [Fact]
    public async Task Complete_WhileOthersWait_EndsTheirWait()
    {
        var timeline = await Timeline(async () =>
        {
            var empty = new BoundedQueue<int>(1, "empty");
            var full = new BoundedQueue<int>(1, "full");
            await full.PutAsync(1);
            var taker = Lane("taker", async () => { await empty.GetAsync(); });
            var putter = Lane("putter", async () => { await full.PutAsync(2); });
            await Work(1);
            empty.Complete();
            full.Complete();
            foreach (var ended in await Gather.SettledAsync(taker, putter))
            {
                Assert.IsType<ChannelClosedException>(ended.Exception?.InnerException);
            }

            Assert.Equal(1, full.Unfinished);
        });
        Assert.Equal(["item 0-1 Failed"], Waits(timeline, "taker"));
        Assert.Equal(["room 0-1 Failed"], Waits(timeline, "putter"));
        Assert.Equal(["queue-depth full"], timeline.Counters.Where(counter => counter.Peak > 0).Select(counter => counter.Name));
    }

    [Fact]
    public async Task PutAsync_CancelledWhileItWaits_PutsNothing()
    {
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(1);
            await queue.PutAsync(1);
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var putter = Lane("putter", async () => await queue.PutAsync(2, stop.Token));
            var second = Lane("second", async () => await queue.PutAsync(3));
            await Gather.SettledAsync(putter);
            Assert.True(putter.IsCanceled);
            Assert.Equal(1, await queue.GetAsync());
            Assert.Equal(3, await queue.GetAsync());
            await second;
            queue.TaskDone();
            queue.TaskDone();
            Assert.Throws<InvalidOperationException>(queue.TaskDone);
        });
        Assert.Equal(["room 0-1 Cancelled"], Waits(timeline, "putter"));
        Assert.Empty(Times(timeline, "putter", "put"));
    }

    [Fact]
    public async Task GetAsync_CancelledWhileItWaits_TakesNothing()
    {
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(1);
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var taker = Lane("taker", async () => await queue.GetAsync(stop.Token));
            var second = Lane("second", async () => await queue.GetAsync());
            await Gather.SettledAsync(taker);
            Assert.True(taker.IsCanceled);
            await queue.PutAsync(7);
            Assert.Equal(7, await second);
        });
        Assert.Equal(["item 0-1 Cancelled"], Waits(timeline, "taker"));
        Assert.Equal(["Handover main 1"], Wakes(timeline, "second"));
    }

    [Fact]
    public async Task PutAndGet_TokenCancelledBefore_DoNothing()
    {
        var queue = new BoundedQueue<int>(1);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await queue.PutAsync(1, cancelled));
        await queue.PutAsync(2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await queue.GetAsync(cancelled));
        Assert.Equal((1, 1), (queue.Count, queue.Unfinished));
    }

    [Fact]
    public async Task JoinAsync_TokenCancelledBefore_ThrowsThoughNothingIsLeft()
    {
        var queue = new BoundedQueue<int>(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await queue.JoinAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task JoinAsync_AfterAnEarlierOne_WaitsForTheNewItems()
    {
        var queue = new BoundedQueue<int>(1);
        for (var turn = 0; turn < 2; turn++)
        {
            await queue.PutAsync(turn);
            var join = queue.JoinAsync().AsTask();
            Assert.False(join.IsCompleted);
            await queue.GetAsync();
            Assert.False(join.IsCompleted);
            queue.TaskDone();
            await join;
        }
    }

    [Fact]
    public async Task JoinAsync_Several_AllGoOnWhenTheLastItemIsDone()
    {
        var queue = new BoundedQueue<int>(1);
        await queue.PutAsync(1);
        var (first, second) = (queue.JoinAsync().AsTask(), queue.JoinAsync().AsTask());

        await queue.GetAsync();
        queue.TaskDone();

        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task PutAsync_WhenNobodyWaits_IsNotTheCauseOfALaterWait()
    {
        var timeline = await Timeline(async () =>
        {
            var queue = new BoundedQueue<int>(2);
            Task Producer(string name, double at) => Lane(name, async () =>
            {
                await Work(at);
                await queue.PutAsync(1);
            });
            var producers = Task.WhenAll(Producer("early", 1), Producer("between", 2), Producer("late", 4));
            await Lane("consumer", async () =>
            {
                await queue.GetAsync();
                await Work(2); // what comes meanwhile finds nobody waiting
                await queue.GetAsync();
                await queue.GetAsync();
            });
            await producers;
        });
        Assert.Equal(["Handover early 1", "Handover late 4"], Wakes(timeline, "consumer"));
    }

    [Fact]
    public async Task New_OnARecordedRun_HasACounterOfItsNameFromTheStart()
    {
        var timeline = await Timeline(async () =>
        {
            await Work(1);
            _ = new BoundedQueue<int>(3, "jobs");
            _ = new BoundedQueue<int>(4);
        });
        Assert.Equal(
            [("queue-depth jobs", 3), ("queue-depth", 4)],
            timeline.Counters.Select(counter => (counter.Name, (int)counter.Limit!)));
    }

    [Fact]
    public async Task Put_CancelledAfterTooManyTaskDones_IsStillCancelled()
    {
        using var stop = new CancellationTokenSource();
        var queue = new BoundedQueue<int>(1);
        await queue.PutAsync(1, TestContext.Current.CancellationToken);
        var waiting = queue.PutAsync(2, stop.Token).AsTask();
        queue.TaskDone();
        queue.TaskDone(); // one too many: the second item is not in yet

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    }
}

using AsyncAtScale.Demos;
using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Loop;

public sealed class StuckTests
{
    private static readonly VirtualLoopOptions Impatient = new() { PatienceWithThreads = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task Run_NobodyCanGoOn_NamesEveryLaneWithReasonAndSince()
    {
        var run = await Demo.Run(
            "stuck",
            async () =>
            {
                var semaphore = new AsyncSemaphore(1);
                var never = new TaskCompletionSource();
                var holder = Demo.Lane("holder", async () =>
                {
                    await semaphore.EnterAsync();
                    await Demo.Work(0.5);
                    await Demo.Waiting(WaitReason.Event, never.Task);
                });
                var waiter = Demo.Lane("waiter", async () =>
                {
                    await Demo.Work(0.25);
                    await semaphore.EnterAsync();
                });
                await Task.WhenAll(holder, waiter);
            },
            Pace.Virtual);
        var report = Assert.IsType<StuckException>(run.Exception).Report;
        Assert.Equal(TimeSpan.FromSeconds(0.5), report.At);
        Assert.Equal(
            [
                ("holder", Activity.Waiting, WaitReason.Event, TimeSpan.FromSeconds(0.5)),
                ("waiter", Activity.Waiting, WaitReason.Permit, TimeSpan.FromSeconds(0.25)),
            ],
            report.Lanes.Where(lane => lane.Lane != "main").Select(lane => (lane.Lane, lane.Activity!.Value, lane.Reason!, lane.Since)));
        Assert.Contains("waiter  waits for a permit since 0.25 s", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("holder  waits for the event since 0.5 s", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(Outcome.Deadlock, run.Outcome);
        Assert.Equal(["holder", "waiter"], run.Timeline.StuckLanes.Order());
    }

    [Fact]
    public void Run_DelayWithoutTheClock_HintsAtRealTimers()
    {
        var stuck = Assert.Throws<StuckException>(() => VirtualLoop.Run(_ => Task.Delay(TimeSpan.FromHours(1))));
        Assert.Contains("was the clock left out", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NothingSet_DoesNotHintAtTimers()
    {
        var stuck = Assert.Throws<StuckException>(() => VirtualLoop.Run(_ => new TaskCompletionSource().Task));
        Assert.DoesNotContain("clock", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ResultOnTheLoopsThread_IsStuckInsteadOfHanging()
    {
        var stuck = Assert.Throws<StuckException>(() => VirtualLoop.Run(
            loop => Task.FromResult(Later(loop).Result),
            Impatient));
        Assert.Contains(".Result", stuck.Message, StringComparison.Ordinal);

        static async Task<int> Later(VirtualLoop loop)
        {
            await Task.Delay(10, loop);
            return 1;
        }
    }

    [Fact]
    public void Run_BlockedForASlowThread_WaitsForIt()
    {
        var result = VirtualLoop.Run(_ =>
        {
            var slow = new Thread(() => WallClock.Sleep(TimeSpan.FromMilliseconds(400)));
            slow.Start();
            slow.Join();
            return Task.FromResult(Task.Run(() =>
            {
                WallClock.Sleep(TimeSpan.FromMilliseconds(400));
                return 42;
            }).Result);
        });
        Assert.Equal(42, result);
    }

    [Fact]
    public void Run_BlockedForSomethingOnThePool_GetsIt() =>
        Assert.Equal(42, VirtualLoop.Run(_ => Task.FromResult(Task.Run(() => 42).Result)));

    /// <summary>A pool's thread can be ours no longer at the very moment in which a step begins to wait for it.</summary>
    [Fact]
    public void Run_BlockedWhileTheHostTakesThePoolsThread_GetsAnother()
    {
        using var release = new ManualResetEventSlim();
        var result = VirtualLoop.Run(_ =>
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => release.Wait(), null);
            return Task.FromResult(Task.Run(() => 42).Result);
        });
        release.Set();
        Assert.Equal(42, result);
    }

    [Fact]
    public void Run_ParallelForInAStep_Ends()
    {
        var sum = 0;
        VirtualLoop.Run(_ =>
        {
            Parallel.For(0, 100, number => Interlocked.Add(ref sum, number));
            return Task.CompletedTask;
        });
        Assert.Equal(4950, sum);
    }

    [Fact]
    public void Run_PoolThreadThatDoesNotReturn_IsStuck()
    {
        using var release = new ManualResetEventSlim();
        var stuck = Assert.Throws<StuckException>(() => VirtualLoop.Run(_ => Task.Run(() => release.Wait()), Impatient));
        release.Set();
        Assert.Contains("a pool thread is busy", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AfterAStuckOne_StartsAfresh()
    {
        Assert.Throws<StuckException>(() => VirtualLoop.Run(_ => new TaskCompletionSource().Task));
        Assert.Equal(TimeSpan.FromSeconds(1), VirtualLoop.Run(async loop =>
        {
            await Task.Delay(1000, loop);
            return loop.Now;
        }));
    }
}

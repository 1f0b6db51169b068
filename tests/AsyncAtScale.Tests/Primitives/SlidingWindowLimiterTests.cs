using AsyncAtScale.Demos;
using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class SlidingWindowLimiterTests
{
    [Fact]
    public void New_WithoutLimitOrWindow_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingWindowLimiter(0, Seconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingWindowLimiter(1, TimeSpan.Zero));
    }

    [Fact]
    public async Task AcquireAsync_EightAtOnce_StartsThreePerWindowInOrder()
    {
        var starts = new List<string>();
        var timeline = await Timeline(async () =>
        {
            var limiter = new SlidingWindowLimiter(3, Seconds(2));
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Lane($"r{number}", async () =>
            {
                await limiter.AcquireAsync();
                starts.Add($"{number} at {Now}");
            })));
        });
        Assert.Equal(["0 at 0", "1 at 0", "2 at 0", "3 at 2", "4 at 2", "5 at 2", "6 at 4", "7 at 4"], starts);
        Assert.Equal(["timer 0-4 Normal"], Waits(timeline, "r7"));
        Assert.Equal(["Timer - 4"], Wakes(timeline, "r7"));
        Assert.Equal(8, timeline.LanesWith("arrived").Count);
    }

    [Fact]
    public async Task AcquireAsync_TheFirstInLineCancelled_ItsTurnGoesToTheNext()
    {
        var timeline = await Timeline(async () =>
        {
            var limiter = new SlidingWindowLimiter(1, Seconds(2));
            await limiter.AcquireAsync();
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var cancelled = Lane("cancelled", async () => await limiter.AcquireAsync(stop.Token));
            var next = Lane("next", async () =>
            {
                await limiter.AcquireAsync();
                Assert.Equal(2, Now);
            });
            var last = Lane("last", async () =>
            {
                await limiter.AcquireAsync();
                Assert.Equal(4, Now);
            });
            await Gather.SettledAsync(cancelled, next, last);
            Assert.True(cancelled.IsCanceled);
            await Task.WhenAll(next, last);
        });
        Assert.Equal(["timer 0-1 Cancelled"], Waits(timeline, "cancelled"));
    }

    [Fact]
    public async Task AcquireAsync_AllCancelledThenANewcomer_IsServedWhenTheWindowHasMovedOn() => await Timeline(async () =>
    {
        var limiter = new SlidingWindowLimiter(1, Seconds(2));
        await limiter.AcquireAsync();
        using var stop = new CancellationTokenSource(Seconds(0.5), Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limiter.AcquireAsync(stop.Token));
        await Pause(1);
        await limiter.AcquireAsync();
        Assert.Equal(2, Now);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limiter.AcquireAsync(stop.Token));
        await Pause(3);
        await limiter.AcquireAsync();
        Assert.Equal(5, Now);
    });

    [Fact]
    public async Task AcquireAsync_WhenTheTurnOfOthersIsOverdue_QueuesBehindThem() => await Timeline(async () =>
    {
        var limiter = new SlidingWindowLimiter(1, Seconds(2));
        await limiter.AcquireAsync();
        var first = limiter.AcquireAsync();
        Block(3);
        var second = limiter.AcquireAsync();
        Assert.False(second.IsCompleted);
        await first;
        Assert.Equal(3, Now);
        await second;
        Assert.Equal(5, Now);
    });

    [Fact]
    public void AcquireAsync_SeveralWait_OneTimerServesThemAll()
    {
        var turns = new TimerTurns();
        VirtualLoop.Run(
            async _ =>
            {
                var limiter = new SlidingWindowLimiter(1, Seconds(2));
                await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => limiter.AcquireAsync().AsTask()));
            },
            new VirtualLoopOptions { Observer = turns });
        Assert.Equal([2, 4, 6], turns.At);
    }

    [Fact]
    public async Task AcquireAsync_TimerServesSeveralLanes_NoneOfThemIsTheCauseOfAnothersTurn()
    {
        var run = await EventLoop.Run("limiter", async _ =>
        {
            var limiter = new SlidingWindowLimiter(1, Seconds(1));
            await Task.WhenAll("abc".Select(name => Lane($"{name}", async () => await limiter.AcquireAsync())));
        });
        Assert.Equal(
            ["1 b can run", "2 c can run"],
            run.Log.Steps.Where(step => step.Kind == LoopStepKind.Ready).Select(step => FormattableString.Invariant($"{step.At.TotalSeconds} {step.Lane} {step.What}")));
    }

    [Fact]
    public async Task AcquireAsync_WhereTheFlowIsSuppressed_WaitsAsUsual() => await Timeline(async () =>
    {
        var limiter = new SlidingWindowLimiter(1, Seconds(1));
        await limiter.AcquireAsync();
        ValueTask second;
        using (ExecutionContext.SuppressFlow())
        {
            second = limiter.AcquireAsync();
            Assert.True(ExecutionContext.IsFlowSuppressed());
        }

        await second;
        Assert.Equal(1, Now);
    });

    [Fact]
    public async Task AcquireAsync_AtRealPace_KeepsTheLimit()
    {
        var run = await Run(
            "real",
            async () =>
            {
                var limiter = new SlidingWindowLimiter(2, Seconds(0.1));
                var starts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
                {
                    await limiter.AcquireAsync();
                    return Now;
                }));
                return starts.Order().ToArray();
            },
            Pace.Real);
        Assert.InRange(run.Result[^1], 0.19, 20);
    }

    private sealed class TimerTurns : ILoopObserver
    {
        public List<double> At { get; } = [];

        public void Ready(TimeSpan at, object? step, Lane? by)
        {
        }

        public void Slept(TimeSpan from, TimeSpan until)
        {
        }

        public void Begins(TimeSpan at, LoopTurn turn, object? step)
        {
            if (turn == LoopTurn.Timer)
            {
                At.Add(at.TotalSeconds);
            }
        }

        public void Ends(TimeSpan at)
        {
        }
    }
}

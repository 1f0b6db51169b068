using System.Diagnostics;
using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

public sealed class VirtualLoopTests
{
    [Fact]
    public void Run_NineDelaysBehindThreePermits_TakesVirtualTimeOnly()
    {
        var real = Stopwatch.StartNew();
        var elapsed = VirtualLoop.Run(async loop =>
        {
            await Task.Delay(TimeSpan.FromHours(1000), loop.Clock);
            return loop.Now;
        });
        Assert.Equal(TimeSpan.FromHours(1000), elapsed);
        Assert.True(real.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Run_TimersDueTogether_FireInOrderOfCreation()
    {
        var order = new List<int>();
        VirtualLoop.Run(async loop =>
        {
            async Task Late(int number, int wait)
            {
                await Task.Delay(wait, loop);
                await Task.Delay(30 - wait, loop);
                order.Add(number);
            }

            await Task.WhenAll(Late(1, 20), Late(2, 10), Late(3, 5), Late(4, 15));
        });
        Assert.Equal([3, 2, 4, 1], order);
    }

    [Fact]
    public void Run_StepsReadyTogether_RunFirstInFirstOut()
    {
        var order = new List<string>();
        VirtualLoop.Run(async _ =>
        {
            async Task Twice(string name)
            {
                order.Add(name);
                await Task.Yield();
                order.Add(name);
            }

            await Task.WhenAll(Twice("a"), Twice("b"), Twice("c"));
        });
        Assert.Equal(["a", "b", "c", "a", "b", "c"], order);
    }

    [Theory]
    [InlineData(290)]
    [InlineData(300)]
    [InlineData(1)]
    public void Delay_WholeMilliseconds_IsExact(int milliseconds)
    {
        var elapsed = VirtualLoop.Run(async loop =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), loop.Clock);
            return loop.Now;
        });
        Assert.Equal(milliseconds * TimeSpan.TicksPerMillisecond, elapsed.Ticks);
    }

    [Fact]
    public void CreateTimer_BelowAMillisecond_FiresToTheTick()
    {
        var fired = VirtualLoop.Run(async loop =>
        {
            var moment = new TaskCompletionSource<TimeSpan>();
            using var timer = loop.Clock.CreateTimer(
                _ => moment.SetResult(loop.Now), null, TimeSpan.FromTicks(7), Timeout.InfiniteTimeSpan);
            return await moment.Task;
        });
        Assert.Equal(7, fired.Ticks);
    }

    [Fact]
    public void CreateTimer_Disposed_NeverFiresAndCannotBeSetAgain()
    {
        var fired = 0;
        VirtualLoop.Run(async loop =>
        {
            var timer = loop.Clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await Task.Delay(2500, loop);
            await timer.DisposeAsync();
            Assert.False(timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
            await Task.Delay(5000, loop);
        });
        Assert.Equal(2, fired);
    }

    [Fact]
    public void CreateTimer_ChangedBeforeItIsDue_FiresAtTheNewTimeOnly()
    {
        var fired = new List<TimeSpan>();
        VirtualLoop.Run(async loop =>
        {
            using var timer = loop.Clock.CreateTimer(
                _ => fired.Add(loop.Now), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            timer.Change(TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
            await Task.Delay(10_000, loop);
        });
        Assert.Equal([TimeSpan.FromSeconds(3)], fired);
    }

    [Fact]
    public void Block_WithTimersDueMeanwhile_MakesThemLate()
    {
        var woke = VirtualLoop.Run(async loop =>
        {
            var delay = Task.Delay(1000, loop);
            loop.Block(TimeSpan.FromSeconds(5));
            Assert.False(delay.IsCompleted);
            await delay;
            return loop.Now;
        });
        Assert.Equal(TimeSpan.FromSeconds(5), woke);
    }

    [Fact]
    public void Block_InPortionsWithYieldsBetween_LetsTimersRunBetween()
    {
        var ticks = new List<double>();
        VirtualLoop.Run(async loop =>
        {
            using var timer = loop.Clock.CreateTimer(
                _ => ticks.Add(loop.Now.TotalSeconds), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            for (var portion = 0; portion < 6; portion++)
            {
                loop.Block(TimeSpan.FromSeconds(0.5));
                await Task.Yield();
            }
        });
        Assert.Equal([1.0, 2.0, 3.0], ticks);
    }

    [Fact]
    public void Block_OverTicksOfAPeriodicTimer_MergesThemAndKeepsTheRhythm()
    {
        var ticks = new List<double>();
        VirtualLoop.Run(async loop =>
        {
            using var timer = loop.Clock.CreateTimer(
                _ => ticks.Add(loop.Now.TotalSeconds), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await Task.Delay(1500, loop);
            loop.Block(TimeSpan.FromSeconds(2));
            await Task.Delay(2000, loop);
        });
        Assert.Equal([1.0, 3.5, 4.0, 5.0], ticks);
    }

    [Fact]
    public void Run_InsideARun_IsRefusedWithASentence()
    {
        var problem = Assert.Throws<InvalidOperationException>(
            () => VirtualLoop.Run(_ => Task.FromResult(VirtualLoop.Run(_ => Task.FromResult(1)))));
        Assert.Contains("await the inner code directly", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MainThrows_PropagatesTheExceptionItself()
    {
        Assert.Throws<FileNotFoundException>(() => VirtualLoop.Run(async loop =>
        {
            await Task.Delay(1, loop);
            throw new FileNotFoundException();
        }));
        Assert.Throws<NotImplementedException>(() => VirtualLoop.Run(_ => throw new NotImplementedException()));
    }

    [Fact]
    public void Run_AsyncVoidThrows_PropagatesFromTheRun()
    {
        Assert.Throws<FileNotFoundException>(() => VirtualLoop.Run(async loop =>
        {
            async void Forgotten()
            {
                await Task.Yield();
                throw new FileNotFoundException();
            }

            Forgotten();
            await Task.Delay(1, loop);
        }));
    }

    [Fact]
    public void Run_FromTwoThreads_OneAfterTheOther()
    {
        var inside = 0;
        var most = 0;
        void Simulate() => VirtualLoop.Run(async loop =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            for (var step = 0; step < 200; step++)
            {
                await Task.Delay(1, loop).ConfigureAwait(false);
            }

            Interlocked.Decrement(ref inside);
        });
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(Simulate)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Run_WhileTheHostsPoolThreadsWaitForTheirTurn_GoesOn()
    {
        static TimeSpan Simulate() => VirtualLoop.Run(async loop =>
        {
            for (var step = 0; step < 50; step++)
            {
                await Task.Delay(1, loop).ConfigureAwait(false);
            }

            return loop.Now;
        });
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Simulate)));
        Assert.All(runs, elapsed => Assert.Equal(TimeSpan.FromMilliseconds(50), elapsed));
    }

    [Theory]
    [InlineData("success")]
    [InlineData("failure")]
    [InlineData("stuck")]
    public void Run_Ended_RestoresThePoolsLimits(string end)
    {
        var before = PoolLimits();
        var inside = before;
        try
        {
            VirtualLoop.Run(_ =>
            {
                inside = PoolLimits();
                return end switch
                {
                    "success" => Task.CompletedTask,
                    "failure" => Task.FromException(new FileNotFoundException()),
                    _ => new TaskCompletionSource().Task,
                };
            });
            Assert.Equal("success", end);
        }
        catch (Exception problem) when (problem is FileNotFoundException or StuckException)
        {
            Assert.NotEqual("success", end);
        }

        Assert.Equal(before, PoolLimits());
        Assert.NotEqual(before, inside);
        Assert.Null(VirtualLoop.Current);
    }

    [Fact]
    public void Run_StepThatReallyTakesLong_IsNoted()
    {
        var options = new VirtualLoopOptions { SlowStep = TimeSpan.FromMilliseconds(20) };
        VirtualLoop? ran = null;
        VirtualLoop.Run(
            async loop =>
            {
                ran = loop;
                await Task.Delay(100, loop);
                Thread.Sleep(40); // in the callback of the delay's timer
                await Task.Yield();
                Thread.Sleep(40); // in a step of its own
            },
            options);
        Assert.True(ran!.SlowSteps.Count >= 2);
        Assert.All(ran.SlowSteps, step => Assert.Equal(TimeSpan.FromMilliseconds(100), step.At));
        Assert.All(ran.SlowSteps, step => Assert.True(step.Took >= TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public void Clock_OfEveryRun_StartsAtTheSameMoment()
    {
        static (DateTimeOffset, long) Look() => VirtualLoop.Run(async loop =>
        {
            await Task.Delay(1500, loop);
            return (loop.Clock.GetUtcNow(), loop.Clock.GetTimestamp());
        });
        Assert.Equal(Look(), Look());
        Assert.Equal(15_000_000, Look().Item2);
    }

    [Fact]
    public void Current_InsideOnThePoolAndOutside_IsTheRunsOwn()
    {
        Assert.Null(VirtualLoop.Current);
        VirtualLoop.Run(async loop =>
        {
            Assert.Same(loop, VirtualLoop.Current);
            Assert.Same(loop, await Task.Run(() => VirtualLoop.Current));
        });
        Assert.Null(VirtualLoop.Current);
    }

    [Fact]
    public void RealIo_UntilItEnds_TimeStandsStill()
    {
        var (answer, at, timerAt) = VirtualLoop.Run(async loop =>
        {
            var timer = Task.Delay(10, loop);
            var answer = await loop.RealIo(Loopback.Echo);
            var at = loop.Now;
            await timer;
            return (answer, at, loop.Now);
        });
        Assert.Equal("hello", answer);
        Assert.Equal(TimeSpan.Zero, at);
        Assert.Equal(TimeSpan.FromMilliseconds(10), timerAt);
    }

    [Fact]
    public void RealIo_AgainAndAgainFromPoolThreads_TimeNeverRunsAhead()
    {
        var times = VirtualLoop.Run(async loop =>
        {
            using var background = new PeriodicTimer(TimeSpan.FromMilliseconds(1), loop.Clock);
            var times = new HashSet<TimeSpan>();
            for (var call = 0; call < Effort.Of(500, 50); call++)
            {
                await loop.RealIo(async () =>
                {
                    await Loopback.Echo().ConfigureAwait(false);
                    return true;
                }).ConfigureAwait(false);
                times.Add(loop.Now);
            }

            return times;
        });
        Assert.Equal([TimeSpan.Zero], times);
    }

    private static (int, int, int, int) PoolLimits()
    {
        ThreadPool.GetMinThreads(out var minWorkers, out var minPorts);
        ThreadPool.GetMaxThreads(out var maxWorkers, out var maxPorts);
        return (minWorkers, minPorts, maxWorkers, maxPorts);
    }
}

internal static class LoopExtensions
{
    extension(Task)
    {
        public static Task Delay(int milliseconds, VirtualLoop loop) =>
            Task.Delay(TimeSpan.FromMilliseconds(milliseconds), loop.Clock);
    }
}

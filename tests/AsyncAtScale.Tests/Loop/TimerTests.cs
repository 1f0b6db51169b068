using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

/// <summary>Timers of the virtual clock, as <see cref="TimeProvider"/> promises them.</summary>
public sealed class TimerTests
{
    [Fact]
    public void CreateTimer_DueNever_FiresOnlyWhenItIsSet() => Assert.Equal([3.0], Fired(async (loop, timer) =>
    {
        await Pause(loop, 2);
        Assert.True(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
    }));

    [Fact]
    public void Change_ToNever_IsNotDueAnyMore() => Assert.Empty(Fired(async (loop, timer) =>
    {
        timer.Change(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
        await Pause(loop, 1);
        timer.Change(Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1));
    }));

    [Fact]
    public void Change_ToNow_FiresAtOnceAndThenOnceAPeriod() => Assert.Equal([1.0, 4.0, 7.0, 10.0], Fired(async (loop, timer) =>
    {
        await Pause(loop, 1);
        timer.Change(TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }));

    [Fact]
    public void Change_WithoutPeriod_EndsTheRepetition() => Assert.Equal([1.0, 2.0, 3.5], Fired(async (loop, timer) =>
    {
        timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await Pause(loop, 2.5);
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
    }));

    [Fact]
    public void Block_BeyondSeveralPeriods_TheTimerFiresLateOnceAndKeepsItsRhythm() => Assert.Equal([5.5, 6, 7, 8, 9, 10], Fired((loop, timer) =>
    {
        timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        loop.Block(TimeSpan.FromSeconds(5.5));
        return Task.CompletedTask;
    }));

    [Fact]
    public void Block_BeyondSeveralTimers_AllOfThemComeBeforeTheNextStep()
    {
        List<string> order = [];
        VirtualLoop.Run(async loop =>
        {
            async Task After(double seconds)
            {
                await Pause(loop, seconds);
                order.Add($"timer {seconds}");
            }

            var timers = Task.WhenAll(After(1), After(2), After(3));
            await Pause(loop, 0.5);
            SynchronizationContext.Current!.Post(_ => order.Add("ready"), null);
            loop.Block(TimeSpan.FromSeconds(5));
            await timers;
        });
        Assert.Equal(["timer 1", "timer 2", "timer 3", "ready"], order);
    }

    [Fact]
    public void Callback_OfATimer_GetsTheStateAndTheFlowOfWhoeverMadeIt()
    {
        var flow = new AsyncLocal<string>();
        (object? State, string? Flow) seen = default;
        VirtualLoop.Run(async loop =>
        {
            flow.Value = "maker";
            await using var timer = loop.Clock.CreateTimer(state => seen = (state, flow.Value), "state", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            flow.Value = "later";
            await Pause(loop, 2);
        });
        Assert.Equal(("state", "maker"), seen);
    }

    [Fact]
    public void Callback_OfATimerMadeWithoutAFlow_IsCalledAllTheSame()
    {
        object? seen = null;
        VirtualLoop.Run(async loop =>
        {
            ITimer timer;
            using (ExecutionContext.SuppressFlow())
            {
                timer = loop.Clock.CreateTimer(state => seen = state, "state", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            }

            await Pause(loop, 2);
            await timer.DisposeAsync();
        });
        Assert.Equal("state", seen);
    }

    [Fact]
    public void Clock_OfARun_IsUtcFrom2030InTicks() => VirtualLoop.Run(async loop =>
    {
        await Pause(loop, 1.5);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 1, 500, TimeSpan.Zero), loop.Clock.GetUtcNow());
        Assert.Equal(TimeZoneInfo.Utc, loop.Clock.LocalTimeZone);
        Assert.Equal(TimeSpan.TicksPerSecond, loop.Clock.TimestampFrequency);
        Assert.Equal(TimeSpan.FromSeconds(1.5), loop.Clock.GetElapsedTime(0));
    });

    /// <summary>When a timer that is due never and is set by <paramref name="body"/> fires within eleven seconds.</summary>
    private static List<double> Fired(Func<VirtualLoop, ITimer, Task> body)
    {
        var fired = new List<double>();
        VirtualLoop.Run(async loop =>
        {
            await using var timer = loop.Clock.CreateTimer(
                _ => fired.Add(loop.Now.TotalSeconds), null, Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1));
            await body(loop, timer);
            await Pause(loop, 11 - loop.Now.TotalSeconds);
        });
        return fired;
    }

    private static Task Pause(VirtualLoop loop, double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), loop.Clock);
}

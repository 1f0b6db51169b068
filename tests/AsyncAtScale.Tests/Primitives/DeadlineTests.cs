using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.RaceTests;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class DeadlineTests
{
    [Fact]
    public async Task CancelAfterAsync_InTime_ReturnsTheResult()
    {
        var timeline = await Timeline(async () =>
            Assert.Equal("a ok", await Deadline.CancelAfterAsync(Runner("a", 1), Seconds(2))));
        Assert.Equal(["tasks 0-1 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover a 1"], Wakes(timeline, "main"));
    }

    [Fact]
    public async Task CancelAfterAsync_TooLate_CancelsWaitsForTheCleanUpAndThrows()
    {
        var timeline = await Timeline(async () =>
        {
            var thrown = await Assert.ThrowsAsync<TimeoutException>(() => Deadline.CancelAfterAsync(Runner("a", 5, cleanUp: 0.5), Seconds(2)));
            Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
            Assert.Equal(2.5, Now);
        });
        Assert.Equal(["tasks 0-2.5 TimedOut"], Waits(timeline, "main"));
        Assert.Equal([2.0], Times(timeline, "a", "cancelled"));
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.499, false)]
    public async Task CancelAfterAsync_OnTheDeadline_TheDeadlineIsOlderAndWins(double seconds, bool isTooLate) => await Timeline(async () =>
    {
        var call = Deadline.CancelAfterAsync(Runner("a", seconds), Seconds(0.5));
        await Gather.SettledAsync(call);
        Assert.Equal(isTooLate, call.Exception?.InnerException is TimeoutException);
    });

    [Fact]
    public async Task CancelAfterAsync_WorkSwallowsTheCancellation_ReturnsItsResult() => await Timeline(async () =>
    {
        var result = await Deadline.CancelAfterAsync(
            async token =>
            {
                try
                {
                    await Pause(5, token);
                }
                catch (OperationCanceledException)
                {
                    return "half";
                }

                return "whole";
            },
            Seconds(1));
        Assert.Equal(("half", 1.0), (result, Now));
    });

    [Fact]
    public async Task CancelAfterAsync_WorkFails_TheFailureStaysWhatItIs() => await Timeline(async () =>
    {
        await Assert.ThrowsAsync<FormatException>(() => Deadline.CancelAfterAsync(Runner("a", 1, error: new FormatException()), Seconds(2)));
        await Assert.ThrowsAsync<FormatException>(() => Deadline.CancelAfterAsync<int>(_ => throw new FormatException(), Seconds(2)));
    });

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 1.2)]
    public async Task CancelAfterAsync_CancelledFromOutsideFirst_IsNoTimeOut(double outside, double limit)
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(outside), Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Deadline.CancelAfterAsync(Runner("a", 5, cleanUp: 0.5), Seconds(limit), stop.Token));
            Assert.Equal(1.5, Now);
        });
        Assert.Equal(["tasks 0-1.5 Cancelled"], Waits(timeline, "main"));
    }

    [Fact]
    public async Task CancelAfterAsync_CancelledFromOutsideDuringTheCleanUp_StaysATimeOut() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1.2), Clock);
        await Assert.ThrowsAsync<TimeoutException>(() => Deadline.CancelAfterAsync(Runner("a", 5, cleanUp: 0.5), Seconds(1), stop.Token));
    });

    [Fact]
    public async Task CancelAfterAsync_WorkWithoutResult_IsLimitedToo() => await Timeline(async () =>
    {
        await Deadline.CancelAfterAsync(token => Work(1, cancellationToken: token), Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => Deadline.CancelAfterAsync(token => Work(5, cancellationToken: token), Seconds(2)));
        Assert.Equal(3, Now);
    });

    [Fact]
    public async Task AbandonAfterAsync_TooLate_ThrowsOnTimeAndTheWorkGoesOn()
    {
        var timeline = await Timeline(async () =>
        {
            var work = Job("a", 3);
            await Assert.ThrowsAsync<TimeoutException>(() => Deadline.AbandonAfterAsync(work, Seconds(1)));
            Assert.Equal(1, Now);
            Assert.Equal("a ok", await work);
        });
        Assert.Equal(["tasks 0-1 TimedOut"], Waits(timeline, "main"));
        Assert.Equal(["Timer - 1"], Wakes(timeline, "main"));
        Assert.Equal([3.0], Times(timeline, "a", "finished"));
    }

    [Fact]
    public async Task AbandonAfterAsync_InTime_ReturnsTheResult() => await Timeline(async () =>
    {
        Assert.Equal("a ok", await Deadline.AbandonAfterAsync(Job("a", 1), Seconds(2)));
        await Deadline.AbandonAfterAsync(Lane("b", () => Work(1)), Seconds(2));
        Assert.Equal(2, Now);
    });

    [Fact]
    public Task AbandonAfterAsync_TheWorkFailsLater_IsNotUnobserved() => Leaks.AssertNothingUnobserved(async () =>
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Deadline.AbandonAfterAsync(Job("a", 3, new FormatException()), Seconds(1)));
        await Work(5);
    });

    [Fact]
    public async Task CancelAfterAsync_AtRealPace_TimesOut()
    {
        var run = await Run("real", () => Deadline.CancelAfterAsync(Runner("a", 20), Seconds(0.05)), Pace.Real);
        Assert.IsType<TimeoutException>(run.Exception);
        Assert.Equal(["a"], run.Timeline.LanesWith("cancelled"));
    }
}

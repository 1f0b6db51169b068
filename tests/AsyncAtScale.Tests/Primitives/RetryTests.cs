using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class RetryTests
{
    [Fact]
    public async Task RunAsync_FirstAttemptSucceeds_ReturnsItsResult()
    {
        var timeline = await Timeline(async () => Assert.Equal(1, await Retry.RunAsync(new RetryPlan(), (number, _) => Task.FromResult(number))));
        Assert.Equal(["started", "finished"], timeline.InstantsOf("main").Select(instant => instant.Name));
    }

    [Fact]
    public async Task RunAsync_WithoutJitter_PausesDoubleExactly()
    {
        var timeline = await Timeline(async () =>
        {
            var plan = new RetryPlan { Attempts = 6, FirstPause = Seconds(0.1), LongestPause = Seconds(1) };
            await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(plan, (_, _) => throw new FormatException()));
        });
        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1], Pauses(timeline));
        Assert.Equal(2.5, timeline.Total.TotalSeconds);
        Assert.Equal([2.5], Times(timeline, "main", "gave-up"));
        Assert.Equal(6, timeline.LanesWith("failed").Count);
        Assert.Equal(["attempt 1", "after attempt 1", "attempt 2", "after attempt 2"], timeline.SpansOf("main").Take(4).Select(span => span.Label));
    }

    [Fact]
    public async Task RunAsync_FailureAsksForAPause_PausesThatLong()
    {
        var timeline = await Timeline(async () =>
        {
            var plan = new RetryPlan
            {
                Attempts = 4,
                FirstPause = Seconds(0.1),
                LongestPause = Seconds(0.5),
                PauseAfter = problem => problem is FormatException ? Seconds(2) : null,
            };
            await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(
                plan, (number, _) => throw (number == 2 ? new ArithmeticException() : new FormatException())));
        });
        Assert.Equal([2, 0.2, 2], Pauses(timeline));
    }

    [Fact]
    public async Task RunAsync_FailureAsksForAPauseAndJitter_NeverEarlierAndALittleApart()
    {
        var timeline = await Timeline(async () =>
        {
            var plan = new RetryPlan { Attempts = 4, FirstPause = Seconds(0.5), PauseAfter = _ => Seconds(2), Jitter = new Random(7) };
            await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(plan, (_, _) => throw new FormatException()));
        });
        Assert.All(Pauses(timeline), pause => Assert.InRange(pause, 2, 2.5));
        Assert.Equal(3, Pauses(timeline).Distinct().Count());
    }

    [Fact]
    public async Task RunAsync_AttemptWaitsForAPermit_TheAttemptStandsForTheWait()
    {
        var gate = new AsyncSemaphore(1);
        var timeline = await Timeline(async () =>
        {
            var permit = await gate.EnterAsync();
            var retry = Lane("caller", () => Retry.RunAsync(new RetryPlan(), async (_, token) =>
            {
                using var mine = await gate.EnterAsync(token);
            }));
            await Pause(0.3);
            permit.Dispose();
            await retry;
        });
        Assert.Equal(["attempt 1"], timeline.Spans.Where(span => span.Lane.StartsWith("caller", StringComparison.Ordinal)).Select(span => span.Label));
    }

    [Fact]
    public async Task RunAsync_WithSeededJitter_RepeatsAndSpreads()
    {
        var first = await PausesWith(new Random(7));
        Assert.Equal(first, await PausesWith(new Random(7)));
        Assert.NotEqual(first, await PausesWith(new Random(8)));
        Assert.NotEqual([0.1, 0.2, 0.4, 0.8], first);
    }

    [Fact]
    public async Task RunAsync_EachAttemptHasADeadline_TimesOutAndTriesAgain()
    {
        var timeline = await Timeline(async () =>
        {
            var plan = new RetryPlan { Attempts = 3, Deadline = Seconds(0.5) };
            var result = await Retry.RunAsync(plan, async (number, token) =>
            {
                await Pause(number == 2 ? 0.3 : 0.9, token);
                return number;
            });
            Assert.Equal((2, 0.9), (result, Now));
        });
        Assert.Equal(
            ["Running 0-0.5 TimedOut", "Backoff 0.5-0.6 Normal", "Running 0.6-0.9 Normal"],
            timeline.SpansOf("main").Select(span => FormattableString.Invariant(
                $"{span.Activity} {span.Start.TotalSeconds}-{span.End?.TotalSeconds} {span.Ending}")));
        Assert.Equal(["started", "timed-out", "finished"], timeline.InstantsOf("main").Select(instant => instant.Name));
    }

    [Fact]
    public async Task RunAsync_LastAttemptTimesOut_ThrowsTimeoutException() => await Timeline(async () =>
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Retry.RunAsync(
            new RetryPlan { Attempts = 1, Deadline = Seconds(0.5) }, (_, token) => Pause(9, token)));
        Assert.Equal(0.5, Now);
    });

    [Theory]
    [InlineData(0.2, "Running 0-0.2 Cancelled")]
    [InlineData(0.55, "Backoff 0.5-0.55 Cancelled")]
    public async Task RunAsync_Cancelled_StopsInAttemptOrPauseAndDoesNotTryAgain(double at, string last)
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(at), Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry.RunAsync(
                new RetryPlan { Deadline = Seconds(0.5) }, (_, token) => Pause(9, token), stop.Token));
            Assert.Equal(at, Now);
            await Pause(5);
        });
        var span = timeline.SpansOf("main").Last(candidate => !candidate.IsDerived);
        Assert.Equal(last, FormattableString.Invariant($"{span.Activity} {span.Start.TotalSeconds}-{span.End?.TotalSeconds} {span.Ending}"));
        Assert.Empty(timeline.LanesWith("gave-up"));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.55)]
    public async Task RunAsync_CancelledByALane_TheChartKnowsWhich(double at)
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource();
            var caller = Lane("caller", () => Retry.RunAsync(
                new RetryPlan { Deadline = Seconds(0.5) }, (_, token) => Pause(9, token), stop.Token));
            await Lane("stopper", async () =>
            {
                await Work(at);
                await stop.CancelAsync();
            });
            await Gather.SettledAsync(caller);
        });
        Assert.Equal([FormattableString.Invariant($"Cancellation stopper {at}")], Wakes(timeline, "caller"));
    }

    [Fact]
    public async Task RunAsync_AttemptThrowsCancellationOfItsOwn_IsNotTriedAgain()
    {
        var attempts = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry.RunAsync<int>(new RetryPlan(), (_, _) =>
        {
            attempts++;
            throw new OperationCanceledException();
        }));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task RunAsync_FailureThatIsNotTransient_IsNotTriedAgain()
    {
        var attempts = 0;
        var plan = new RetryPlan { IsTransient = problem => problem is TimeoutException };
        await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(plan, (number, _) =>
        {
            attempts = number;
            throw number == 1 ? new TimeoutException() : new FormatException();
        }));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public void Attempts_None_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPlan { Attempts = 0 });

    [Fact]
    public async Task RunAsync_EveryAttempt_RunsOnTheLoopThatCalled() => await Timeline(async () =>
    {
        var loop = SynchronizationContext.Current;
        await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(new RetryPlan(), (_, _) =>
        {
            Assert.Same(loop, SynchronizationContext.Current);
            Assert.True(VirtualLoop.Current!.IsOnLoopThread);
            throw new FormatException();
        }));
    });

    [Fact]
    public async Task RunAsync_AttemptsOfWork_AreOneRowNotTwo()
    {
        var timeline = await Timeline(() => Retry.RunAsync(
            new RetryPlan { Deadline = Seconds(0.5) }, (number, token) => Work(number == 1 ? 0.9 : 0.1, cancellationToken: token)));
        Assert.Equal(["main"], timeline.Spans.Select(span => span.Lane).Distinct());
        Assert.Equal(["started", "timed-out", "finished"], timeline.Instants.Select(instant => instant.Name));
    }

    [Fact]
    public Task RunAsync_EveryAttemptFails_LeavesNoneUnobserved() => Leaks.AssertNothingUnobserved(() =>
        Retry.RunAsync(new RetryPlan { Deadline = Seconds(1) }, async (_, _) =>
        {
            await Task.Yield();
            throw new FormatException();
        }));

    private static async Task<List<double>> PausesWith(Random jitter) => Pauses(await Timeline(async () =>
    {
        var plan = new RetryPlan { Attempts = 5, Jitter = jitter };
        await Assert.ThrowsAsync<FormatException>(() => Retry.RunAsync<int>(plan, (_, _) => throw new FormatException()));
    }));

    private static List<double> Pauses(Timeline timeline) =>
        [.. timeline.SpansOf("main").Where(span => span.Activity == Activity.Backoff).Select(span => span.Duration!.Value.TotalSeconds)];
}

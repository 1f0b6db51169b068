using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class RaceTests
{
    [Fact]
    public async Task FirstAsync_OneIsFirst_TheLosersAreCancelledAndAwaited()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([Runner("a", 3, cleanUp: 0.5), Runner("b", 1), Runner("c", 2)]);
            Assert.Equal((1, "b ok", 1.5), (race.Winner, await race.Task, Now));
            Assert.Equal(2, race.Losers.Count(loser => loser.IsCanceled));
        });
        Assert.Equal([1.0], Times(timeline, "b", "winner"));
        Assert.Equal(["b"], timeline.LanesWith("winner"));
        Assert.Equal(["a", "c"], timeline.LanesWith("cancel-requested"));
        Assert.Equal(["a", "c"], timeline.LanesWith("cancelled").Order());
        Assert.Equal(["tasks 0-1 Normal", "tasks 1-1.5 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover b 1", "Handover a 1.5"], Wakes(timeline, "main"));
        Assert.Equal(["Cancellation main 1"], Wakes(timeline, "c"));
    }

    [Fact]
    public async Task FirstAsync_TheFirstFails_ItIsTheWinnerAndItsTaskThrows()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([Runner("a", 2), Runner("b", 1, error: new FormatException())]);
            Assert.Equal(1, race.Winner);
            await Assert.ThrowsAsync<FormatException>(() => race.Task);
        });
        Assert.Equal(["b"], timeline.LanesWith("winner"));
    }

    [Fact]
    public async Task FirstAsync_Tie_OneWinsAndTheOtherIsALoserAllTheSame()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([Runner("a", 1), Runner("b", 1), Runner("c", 2)]);
            Assert.Equal((0, 2), (race.Winner, race.Losers.Count));
            Assert.True(race.Losers.All(loser => loser.IsCompleted));
        });
        Assert.Equal(["a"], timeline.LanesWith("winner"));
    }

    [Fact]
    public async Task FirstAsync_ALoserHasEndedBefore_OnlyTheOthersAreAskedToCancel()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([
                _ => Lane("a", () => Task.FromResult("a ok")), _ => Lane("b", () => Task.FromResult("b ok")), Runner("c", 2)]);
            Assert.Equal((0, "b ok"), (race.Winner, await race.Losers[0]));
        });
        Assert.Equal(["a"], timeline.LanesWith("winner"));
        Assert.Equal(["c"], timeline.LanesWith("cancel-requested"));
    }

    [Fact]
    public async Task FirstAsync_SeveralEndedBefore_TheOthersAreLosers()
    {
        var race = await Race.FirstAsync<int>([_ => Task.FromResult(1), _ => Task.FromResult(2)]);
        Assert.Equal((0, 1), (race.Winner, race.Losers.Count));
    }

    [Fact]
    public async Task FirstAsync_EqualResultsAtOnce_ShareATaskAndAreTwoContendersAllTheSame()
    {
        var race = await Race.FirstAsync<int>([_ => Task.FromResult(1), _ => Task.FromResult(1)]);
        Assert.Equal((0, 1), (race.Winner, race.Losers.Count));
    }

    [Fact]
    public async Task FirstAsync_AContenderThrowsBeforeItsFirstAwait_TheOthersAreCancelled()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([Runner("a", 2), _ => throw new FormatException()]);
            Assert.Equal(1, race.Winner);
            await Assert.ThrowsAsync<FormatException>(() => race.Task);
        });
        Assert.Equal(TimeSpan.Zero, timeline.Total);
        Assert.Equal(["a"], timeline.LanesWith("cancelled"));
    }

    [Fact]
    public async Task FirstAsync_CancelledBeforeAndContendersThrowAtOnce_NobodyWins()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => Race.FirstAsync<int>(
            [
                token =>
                {
                    token.ThrowIfCancellationRequested();
                    return Task.FromResult(1);
                },
                async token =>
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, Clock, token);
                    return 2;
                },
            ],
            stop.Token));
        Assert.Equal(stop.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task FirstAsync_AContenderReturnsNoTask_ItFailsAndTheOthersAreCancelledAndAwaited()
    {
        var timeline = await Timeline(async () =>
        {
            var race = await Race.FirstAsync([Runner("a", 2, cleanUp: 0.5), _ => null!]);
            Assert.Equal((1, 0.5), (race.Winner, Now));
            var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => race.Task);
            Assert.Contains("returned no task", problem.Message, StringComparison.Ordinal);
        });
        Assert.Equal(["a"], timeline.LanesWith("cancelled"));
    }

    [Fact]
    public async Task FirstAsync_CancelledFromOutside_AllAreCancelledAndNobodyWins()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Race.FirstAsync([Runner("a", 2, cleanUp: 1), Runner("b", 2)], stop.Token));
            Assert.Equal((stop.Token, 2.0), (thrown.CancellationToken, Now));
        });
        Assert.Empty(timeline.LanesWith("winner"));
    }

    [Fact]
    public async Task FirstAsync_CancelledFromOutsideButOneEndsWell_ItWins() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1), Clock);
        var race = await Race.FirstAsync([_ => Job("deaf", 2, token: CancellationToken.None), Runner("b", 3, cleanUp: 5)], stop.Token);
        Assert.Equal((0, "deaf ok", 6.0), (race.Winner, await race.Task, Now));
    });

    [Fact]
    public async Task FirstAsync_AContenderCancelsItself_ItIsTheWinner()
    {
        var timeline = await Timeline(async () =>
        {
            using var own = new CancellationTokenSource(Seconds(1), Clock);
            var race = await Race.FirstAsync([_ => Job("a", 3, token: own.Token), Runner("b", 2)]);
            Assert.Equal((0, true), (race.Winner, race.Task.IsCanceled));
        });
        Assert.Equal(["a"], timeline.LanesWith("winner"));
    }

    [Fact]
    public async Task FirstAsync_ALosersCallbackThrows_TheLosersAreAwaitedAllTheSame() => await Timeline(async () =>
    {
        var race = await Race.FirstAsync<string>([
            Runner("a", 1),
            async token =>
            {
                using var callback = token.Register(() => throw new FormatException());
                return await Runner("b", 2, cleanUp: 1)(token);
            },
        ]);
        Assert.Equal((0, 2.0), (race.Winner, Now));
        Assert.True(race.Losers[0].IsCanceled);
    });

    [Fact]
    public async Task FirstAsync_NoContenders_IsAnError() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Race.FirstAsync<int>([]));

    [Fact]
    public Task FirstAsync_LosersFail_NoneIsUnobserved() => Leaks.AssertNothingUnobserved(async () =>
        await Race.FirstAsync<string>([
            Runner("a", 1, error: new FormatException()),
            async token =>
            {
                await Work(2, cancellationToken: CancellationToken.None);
                throw new FormatException();
            },
        ]));

    [Fact]
    public async Task FirstAsync_AtRealPace_TheFirstWins()
    {
        var run = await Run("real", () => Race.FirstAsync([Runner("a", 5), Runner("b", 0.05)]), Pace.Real);
        Assert.Equal(1, run.Result.Winner);
        Assert.Equal(["b"], run.Timeline.LanesWith("winner"));
        Assert.Equal(["a"], run.Timeline.LanesWith("cancelled"));
    }

    internal static Func<CancellationToken, Task<string>> Runner(string name, double seconds, double cleanUp = 0, Exception? error = null) =>
        token => Lane(name, async () =>
        {
            try
            {
                await Work(seconds, error: error, cancellationToken: token);
                return $"{name} ok";
            }
            catch (OperationCanceledException) when (cleanUp > 0)
            {
                await Work(cleanUp, Span.CleanUpLabel);
                throw;
            }
        });
}

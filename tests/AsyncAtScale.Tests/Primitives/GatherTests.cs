using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class GatherTests
{
    [Fact]
    public async Task AllAsync_TasksEndInAnyOrder_ResultsComeInTheirs()
    {
        string[] results = [];
        var timeline = await Timeline(async () => results = await Gather.AllAsync(Job("a", 3), Job("b", 1), Job("c", 2)));
        Assert.Equal(["a ok", "b ok", "c ok"], results);
        Assert.Equal(["tasks 0-3 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover a 3"], Wakes(timeline, "main"));
        Assert.Equal([3.0], Times(timeline, "main", "gather-returned"));
    }

    [Fact]
    public async Task AllAsync_OneFails_EndsAtOnceAndTheOthersRunOn()
    {
        var timeline = await Timeline(async () =>
        {
            var others = new[] { Job("a", 3), Job("b", 1, new FormatException()), Job("c", 2, new TimeoutException()) };
            await Assert.ThrowsAsync<FormatException>(() => Gather.AllAsync(others));
            Assert.Equal(1, Now);
            await Task.WhenAny(others[0]);
        });
        Assert.Equal(["tasks 0-1 Failed"], Waits(timeline, "main"));
        Assert.Equal([1.0], Times(timeline, "main", "gather-raised"));
        Assert.Equal([3.0], Times(timeline, "a", "finished"));
        Assert.Equal([2.0], Times(timeline, "c", "failed"));
    }

    [Fact]
    public async Task AllAsync_OneIsCancelled_Throws()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Gather.AllAsync(Job("a", 2), Job("b", 3, token: stop.Token)));
        });
        Assert.Equal(["tasks 0-1 Cancelled"], Waits(timeline, "main"));
    }

    [Fact]
    public async Task AllAsync_OfNothing_IsEmptyAtOnce()
    {
        Assert.Empty(await Gather.AllAsync<int>());
        await Gather.AllAsync(new List<Task>());
    }

    [Fact]
    public async Task SettledAsync_ResultFailureCancellation_AreToldApartAtTheEndOfAll()
    {
        IReadOnlyList<Task<string>> ended = [];
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            ended = await Gather.SettledAsync(Job("a", 2), Job("b", 1, new FormatException()), Job("c", 3, token: stop.Token));
            Assert.Equal(2, Now);
        });
        Assert.Equal([TaskStatus.RanToCompletion, TaskStatus.Faulted, TaskStatus.Canceled], ended.Select(task => task.Status));
        Assert.Equal(
            """["ok","FormatException","OperationCanceledException"]""",
            timeline.InstantsOf("main").Single(instant => instant.Name == "gather-returned").Detail["kinds"]!.ToJsonString());
    }

    [Fact]
    public async Task SettledAsync_TheCallerIsCancelled_WaitsForTheCleanUpOfItsTasksAndThrows()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource();
            var gathered = Gather.SettledAsync([Job("a", 1, token: stop.Token), TidyJob("b", 3, stop.Token)], stop.Token);
            await Pause(2);
            await stop.CancelAsync();
            var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => gathered);
            Assert.Equal((stop.Token, 2.5), (thrown.CancellationToken, Now));
        });
        Assert.Equal(["tasks 0-2.5 Cancelled"], Waits(timeline, "main"));
        Assert.Equal(["Cancellation main 2"], Wakes(timeline, "b"));
        Assert.Empty(Times(timeline, "main", "gather-returned"));
        Assert.Equal([1.0], Times(timeline, "a", "finished"));
    }

    [Fact]
    public async Task SettledAsync_CancelledByALane_TheWaitSaysWho()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource();
            var user = Lane("user", async () =>
            {
                await Work(1);
                await stop.CancelAsync();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Gather.SettledAsync(new List<Task> { Job("a", 3, token: stop.Token) }, stop.Token));
            await user;
        });
        Assert.Equal(["Cancellation user 1"], Wakes(timeline, "main"));
    }

    [Fact]
    public async Task SettledAsync_TasksThatIgnoreTheToken_AreWaitedForToTheirEnd() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1), Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Gather.SettledAsync([Job("a", 3)], stop.Token));
        Assert.Equal(3, Now);
    });

    [Fact]
    public async Task SettledAsync_CancelledWhenAllHaveEnded_IsTooLateToCount() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource();
        Task<string>[] jobs = [Job("a", 1)];
        await Gather.SettledAsync(jobs, stop.Token);
        await stop.CancelAsync();
        Assert.Same(jobs[0], Assert.Single(await Gather.SettledAsync(jobs, stop.Token)));
    });

    [Fact]
    public async Task AllAsync_TasksWithoutResults_WaitsForThemToo()
    {
        var timeline = await Timeline(() => Gather.AllAsync(Lane("a", () => Work(1)), Lane("b", () => Work(2))));
        Assert.Equal(["Handover b 2"], Wakes(timeline, "main"));
        Assert.Equal(2, (await Gather.SettledAsync(Task.CompletedTask, Task.FromException(new FormatException()))).Count);
    }

    [Fact]
    public Task Gather_ManyFailures_LeavesNoneUnobserved() => Leaks.AssertNothingUnobserved(async () =>
    {
        await Assert.ThrowsAsync<FormatException>(
            () => Gather.AllAsync(Job("a", 1, new FormatException()), Job("b", 2, new FormatException()), Job("c", 1, new FormatException())));
        await Gather.SettledAsync(Job("d", 1, new FormatException()), Job("e", 2, new FormatException()));
    });

    private static Task<string> TidyJob(string name, double seconds, CancellationToken token) => Lane(name, async () =>
    {
        try
        {
            await Work(seconds, cancellationToken: token);
            return name;
        }
        finally
        {
            await Step(0.5, Span.CleanUpLabel, CancellationToken.None);
        }
    });
}

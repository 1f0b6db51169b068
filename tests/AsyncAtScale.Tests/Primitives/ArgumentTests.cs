using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>What is null where nothing may be is refused by name, before anything has begun.</summary>
public sealed class ArgumentTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Deadline_OfNoWork_IsRefused()
    {
        await AssertRefused("work", () => Deadline.CancelAfterAsync((Func<CancellationToken, Task>)null!, Limit));
        await AssertRefused("work", () => Deadline.CancelAfterAsync((Func<CancellationToken, Task<int>>)null!, Limit));
        await AssertRefused("work", () => Deadline.AbandonAfterAsync(null!, Limit));
        await AssertRefused("work", () => Deadline.AbandonAfterAsync((Task<int>)null!, Limit));
    }

    [Fact]
    public async Task Retry_WithoutPlanOrWork_IsRefused()
    {
        await AssertRefused("plan", () => Retry.RunAsync(null!, (_, _) => Task.CompletedTask));
        await AssertRefused("plan", () => Retry.RunAsync(null!, (_, _) => Task.FromResult(1)));
        await AssertRefused("work", () => Retry.RunAsync(new RetryPlan(), (Func<int, CancellationToken, Task>)null!));
        await AssertRefused("work", () => Retry.RunAsync(new RetryPlan(), (Func<int, CancellationToken, Task<int>>)null!));
    }

    [Fact]
    public async Task TaskGroup_WithoutBlockOrChild_IsRefused()
    {
        await AssertRefused("body", () => TaskGroup.RunAsync(null!));
        await AssertRefused("body", () => TaskGroup.RunAsync((Func<TaskGroup, Task<int>>)null!));
        await TaskGroup.RunAsync(async group =>
        {
            await AssertRefused("child", () => group.Start("a", null!));
            await AssertRefused("child", () => group.Start("a", (Func<CancellationToken, Task<int>>)null!));
        });
    }

    [Fact]
    public async Task VirtualLoop_WithoutWork_IsRefused()
    {
        Assert.Equal("main", Assert.Throws<ArgumentNullException>(() => VirtualLoop.Run(null!)).ParamName);
        Assert.Equal("main", Assert.Throws<ArgumentNullException>(() => VirtualLoop.Run((Func<VirtualLoop, Task<int>>)null!)).ParamName);
        await AssertRefused("io", () => VirtualLoop.Run(loop => loop.RealIo((Func<Task<int>>)null!)));
        await AssertRefused("callback", () => VirtualLoop.Run(loop =>
        {
            loop.Clock.CreateTimer(null!, null, Limit, Limit);
            return Task.CompletedTask;
        }));
        await AssertRefused("d", () => VirtualLoop.Run(_ =>
        {
            SynchronizationContext.Current!.Send(null!, null);
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public void Block_ForLessThanNothing_IsRefused() => VirtualLoop.Run(loop =>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Block(TimeSpan.FromTicks(-1)));
        Assert.Equal(TimeSpan.Zero, loop.Now);
        return Task.CompletedTask;
    });

    private static async Task AssertRefused(string name, Func<Task> call) =>
        Assert.Equal(name, (await Assert.ThrowsAsync<ArgumentNullException>(call)).ParamName);

    private static Task AssertRefused(string name, Action call) =>
        AssertRefused(name, () =>
        {
            call();
            return Task.CompletedTask;
        });
}

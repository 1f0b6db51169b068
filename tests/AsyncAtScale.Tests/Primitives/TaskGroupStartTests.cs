using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>A child started by somebody who is no child of the group.</summary>
public sealed class TaskGroupStartTests
{
    /// <summary>On real threads: the child's first steps block one of them while the block of the group ends.</summary>
    [Fact]
    public async Task Start_FromOutsideWhileTheBlockEnds_KeepsTheGroupOpen()
    {
        using var inFirstSteps = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var ended = false;
        Task? starting = null;
        var group = TaskGroup.RunAsync(group =>
        {
            starting = Task.Run(() => group.Start("late", async _ =>
            {
                inFirstSteps.Set();
                goOn.Wait(TestContext.Current.CancellationToken);
                await Task.Yield();
                ended = true;
            }));
            inFirstSteps.Wait(TestContext.Current.CancellationToken);
            return Task.CompletedTask;
        });
        Assert.False(group.IsCompleted);
        goOn.Set();
        await group;
        Assert.True(ended);
        await starting!;
    }

    [Theory]
    [InlineData("", Pace.Virtual)]
    [InlineData(" ", Pace.Virtual)]
    [InlineData("", Pace.Real)]
    [InlineData(" ", Pace.Real)]
    public async Task Start_WithoutAName_IsRefusedAndTheGroupEnds(string name, Pace pace)
    {
        var run = await Demo.Run("nameless", () => TaskGroup.RunAsync(group => RefuseBoth(group, name)), pace)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Null(run.Exception);
    }

    [Fact]
    public Task Start_WithoutANameOutsideARun_IsRefusedToo() => TaskGroup.RunAsync(group => RefuseBoth(group, ""));

    private static Task RefuseBoth(TaskGroup group, string name)
    {
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => { _ = group.Start(name, _ => Task.CompletedTask); }).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => { _ = group.Start(name, _ => Task.FromResult(1)); }).ParamName);
        return Task.CompletedTask;
    }
}

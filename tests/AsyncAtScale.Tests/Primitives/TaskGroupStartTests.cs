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
}

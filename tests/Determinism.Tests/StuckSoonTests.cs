using System.Diagnostics;
using AsyncAtScale.Loop;

namespace Determinism.Tests;

/// <summary>Whether anybody could still end a wait is known at once only where nobody else uses the pool and the timers of the process.</summary>
public sealed class StuckSoonTests
{
    [Fact]
    public void Run_ResultThatNoOtherThreadCanBring_IsStuckSoon()
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Throws<StuckException>(() => VirtualLoop.Run(loop => Task.FromResult(Task.Delay(TimeSpan.FromMilliseconds(10), loop.Clock).Wait(-1))));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, VirtualLoopOptions.Default.PatienceWithThreads - TimeSpan.FromSeconds(1));
    }
}

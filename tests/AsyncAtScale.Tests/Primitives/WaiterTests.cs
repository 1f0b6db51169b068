using System.Runtime.CompilerServices;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>Who has been served leaves nothing behind on a token that lives on.</summary>
public sealed class WaiterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Complete_BeforeOrAfterTheTokenIsWatched_LeavesNothingOnTheToken(bool isWatchedFirst)
    {
        using var longLived = new CancellationTokenSource();
        var served = Serve(isWatchedFirst, longLived.Token);
        GC.Collect();
        Assert.False(served.IsAlive);
    }

    [Fact]
    public void Cancel_OfTheToken_TakesTheWaiterOutOfTheLine()
    {
        using var source = new CancellationTokenSource();
        var line = new WaitLine<bool>(new Lock());
        var (first, second) = (new Waiter<bool>(line, null, "", "", source.Token), new Waiter<bool>(line, null, "", "", default));
        line.Add(first);
        line.Add(second);
        first.WatchForCancellation();
        second.WatchForCancellation();
        source.Cancel();
        Assert.False(line.Holds(first));
        Assert.True(line.Holds(second));
        Assert.False(line.GiveUp(first));
        Assert.True(first.Completion.IsCanceled);
        Assert.Equal(1, line.Count);
        Assert.Equal(1, line.Heads);
        Assert.Same(second, line.TakeFirst());
        Assert.Null(line.TakeFirst());
        Assert.Equal(0, line.Count);
        Assert.Equal(0, line.Heads);
    }

    // Apart, so that no register of the test holds the waiter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Serve(bool isWatchedFirst, CancellationToken token)
    {
        var line = new WaitLine<bool>(new Lock());
        var waiter = new Waiter<bool>(line, null, "", "", token);
        line.Add(waiter);
        if (isWatchedFirst)
        {
            waiter.WatchForCancellation();
        }

        line.TakeFirst();
        waiter.Complete(true);
        if (!isWatchedFirst)
        {
            waiter.WatchForCancellation();
        }

        return new WeakReference(waiter);
    }
}

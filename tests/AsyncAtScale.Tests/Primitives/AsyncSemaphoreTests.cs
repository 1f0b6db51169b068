using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Tests.Loop;

namespace AsyncAtScale.Tests.Primitives;

public sealed class AsyncSemaphoreTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void New_WithoutPermits_IsRefused(int permits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncSemaphore(permits));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void EnterAsync_ManyAtOnce_NeverMoreInsideThanPermits(int permits)
    {
        var (inside, most, entered) = (0, 0, 0);
        VirtualLoop.Run(async loop =>
        {
            var semaphore = new AsyncSemaphore(permits);
            await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
            {
                using var permit = await semaphore.EnterAsync();
                most = Math.Max(most, ++inside);
                entered++;
                await Task.Delay(1 + (number % 7), loop);
                inside--;
            }));
            Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
        });
        Assert.Equal((permits, 200), (most, entered));
    }

    [Fact]
    public async Task EnterAsync_WithAPermitFree_CompletesAtOnceAndAllocatesNothing()
    {
        var semaphore = new AsyncSemaphore(1);
        (await semaphore.EnterAsync()).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            var entering = semaphore.EnterAsync();
            Assert.True(entering.IsCompletedSuccessfully);
            entering.Result.Dispose();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Dispose_WhileOthersWait_ServesThemInOrderAndNobodyBargesIn()
    {
        var semaphore = new AsyncSemaphore(1);
        var holder = await semaphore.EnterAsync();
        var waiting = Enumerable.Range(0, 10).Select(_ => semaphore.EnterAsync().AsTask()).ToList();
        for (var turn = 0; turn < waiting.Count; turn++)
        {
            holder.Dispose();
            var newcomer = semaphore.EnterAsync();
            Assert.False(newcomer.IsCompleted);
            waiting.Add(newcomer.AsTask());
            holder = await waiting[turn];
            Assert.Equal(waiting.Count - turn - 1, semaphore.Waiting);
            if (turn == 9)
            {
                break;
            }
        }

        Assert.DoesNotContain(waiting.Skip(10), task => task.IsCompleted);
    }

    [Fact]
    public async Task Dispose_TwiceOrOfACopy_GivesOnePermitBack()
    {
        var semaphore = new AsyncSemaphore(2);
        var first = await semaphore.EnterAsync();
        var second = await semaphore.EnterAsync();
        var copy = first;
        first.Dispose();
        copy.Dispose();
        first.Dispose();
        Assert.Equal(1, semaphore.InUse);
        Assert.False(copy.IsHeld);
        Assert.True(second.IsHeld);
    }

    [Fact]
    public async Task Dispose_OfAStaleCopy_DoesNotTakeThePlaceOfTheNextHolder()
    {
        var semaphore = new AsyncSemaphore(1);
        var stale = await semaphore.EnterAsync();
        var next = semaphore.EnterAsync();
        stale.Dispose();
        var held = await next;
        stale.Dispose();
        Assert.True(held.IsHeld);
        Assert.Equal(1, semaphore.InUse);
    }

    [Fact]
    public void Dispose_OfNoPermit_DoesNothing()
    {
        default(Permit).Dispose();
        Assert.False(default(Permit).IsHeld);
    }

    [Fact]
    public async Task EnterAsync_TokenCancelledBefore_TakesNothing()
    {
        var semaphore = new AsyncSemaphore(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await semaphore.EnterAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, semaphore.InUse);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task EnterAsync_CancelledAtAnyPlaceInLine_LosesNoPermitAndKeepsTheOrder(int place)
    {
        var semaphore = new AsyncSemaphore(1);
        var holder = await semaphore.EnterAsync();
        using var source = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 5)
            .Select(number => semaphore.EnterAsync(number == place ? source.Token : default).AsTask())
            .ToList();
        await source.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[place]);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(4, semaphore.Waiting);
        foreach (var next in waiting.Where(task => task != waiting[place]))
        {
            holder.Dispose();
            holder = await next;
        }

        holder.Dispose();
        Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
    }

    [Fact]
    public async Task Cancel_AfterTheHandover_TheHolderKeepsThePermit()
    {
        var semaphore = new AsyncSemaphore(1);
        var holder = await semaphore.EnterAsync();
        using var source = new CancellationTokenSource();
        var waiting = semaphore.EnterAsync(source.Token);
        holder.Dispose();
        await source.CancelAsync();
        var permit = await waiting;
        Assert.True(permit.IsHeld);
        Assert.Equal(1, semaphore.InUse);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CancelAfter_AtTheInstantOfTheHandover_OneOfBothWinsAndNoPermitIsLost(bool cancellationFirst)
    {
        var entered = VirtualLoop.Run(async loop =>
        {
            var semaphore = new AsyncSemaphore(1);
            var holder = await semaphore.EnterAsync();
            async Task LeaveAfterTenMilliseconds()
            {
                await Task.Delay(10, loop);
                holder.Dispose();
            }

            var leaving = cancellationFirst ? null : LeaveAfterTenMilliseconds();
            using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(10), loop.Clock);
            leaving ??= LeaveAfterTenMilliseconds();
            var entered = true;
            try
            {
                using var permit = await semaphore.EnterAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                entered = false;
            }

            await leaving;
            Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
            Assert.True(semaphore.EnterAsync().IsCompletedSuccessfully);
            return entered;
        });
        Assert.Equal(!cancellationFirst, entered);
    }

    [Fact]
    public async Task Dispose_WithAWaiter_DoesNotRunItsContinuationInside()
    {
        var semaphore = new AsyncSemaphore(1);
        var holder = await semaphore.EnterAsync();
        using var leaving = new ThreadLocal<bool>();
        var ranInside = new TaskCompletionSource<bool>();
        var waiter = semaphore.EnterAsync().GetAwaiter();
        waiter.UnsafeOnCompleted(() => ranInside.SetResult(leaving.Value));
        leaving.Value = true;
        holder.Dispose();
        leaving.Value = false;
        Assert.False(await ranInside.Task);
    }

    [Fact]
    public void EnterAsync_TenThousandWaitersHalfOfThemCancelled_ServesTheOthersInOrder()
    {
        var served = new List<int>();
        VirtualLoop.Run(async loop =>
        {
            var semaphore = new AsyncSemaphore(1);
            var holder = await semaphore.EnterAsync();
            using var source = new CancellationTokenSource();
            var all = Enumerable.Range(0, 10_000).Select(async number =>
            {
                using var permit = await semaphore.EnterAsync(number % 2 == 0 ? default : source.Token);
                served.Add(number);
            }).ToList();
            await source.CancelAsync();
            holder.Dispose();
            await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default);
            Assert.Equal(5_000, all.Count(task => task.IsCanceled));
            Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
        });
        Assert.Equal(Enumerable.Range(0, 5_000).Select(number => 2 * number), served);
    }

    /// <summary>Real threads and real time: nothing is measured, only counted.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task EnterAsync_EightRealContendersCancellingAtRandom_LosesAndDoublesNothing(int permits)
    {
        var semaphore = new AsyncSemaphore(permits);
        var (inside, tooMany, entered, cancelled) = (0, 0, 0, 0);
        var operations = Effort.Of(25_000, 4_000);

        // Nobody gets in before all stand in line: on a busy machine each might else have run alone.
        var held = Enumerable.Range(0, permits).Select(_ => semaphore.EnterAsync().Result).ToList();
        var contenders = Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var turn = 0; turn < operations; turn++)
            {
                using var source = new CancellationTokenSource();
                var entering = semaphore.EnterAsync(turn % 3 == 2 ? default : source.Token);
                if (turn == 0 || random.Next(4) == 0)
                {
                    await source.CancelAsync();
                }

                try
                {
                    using var permit = await entering;
                    if (Interlocked.Increment(ref inside) > permits)
                    {
                        Interlocked.Increment(ref tooMany);
                    }

                    Interlocked.Increment(ref entered);
                    if (random.Next(8) == 0)
                    {
                        await Task.Yield();
                    }

                    Interlocked.Decrement(ref inside);
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref cancelled);
                }
            }
        })).ToList();
        while (semaphore.Waiting < 8)
        {
            await Task.Yield();
        }

        held.ForEach(static permit => permit.Dispose());
        await Task.WhenAll(contenders);
        Assert.Equal(0, tooMany);
        Assert.Equal(8 * operations, entered + cancelled);
        Assert.True(cancelled >= 8);
        Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
    }
}

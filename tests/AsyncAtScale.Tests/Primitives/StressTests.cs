using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>Real threads and real time: nothing is measured, only counted. A lost wake-up shows as a time-out.</summary>
public sealed class StressTests(ITestOutputHelper output)
{
    private const int Contenders = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int Turns => Effort.Of(250_000, 5_000) / Contenders;

    [Fact]
    public async Task Semaphore_ManyContenders_LosesNoWakeUpAndNoPermit()
    {
        var semaphore = new AsyncSemaphore(3);
        var (inside, tooMany, entered, cancelled) = (0, 0, 0, 0);
        await AllTurns(async (random, turn) =>
        {
            using var source = new CancellationTokenSource();
            var entering = semaphore.EnterAsync(turn % 2 == 0 ? default : source.Token);
            var cancelling = random.Next(4) == 0 ? Task.Run(source.Cancel) : Task.CompletedTask;
            try
            {
                using var permit = await entering;
                Interlocked.Add(ref tooMany, Interlocked.Increment(ref inside) > 3 ? 1 : 0);
                Interlocked.Increment(ref entered);
                await Sometimes(random);
                Interlocked.Decrement(ref inside);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }

            await cancelling;
        });
        output.WriteLine($"{entered} entered, {cancelled} cancelled");
        Assert.Equal((0, Turns * Contenders), (tooMany, entered + cancelled));
        Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
    }

    [Fact]
    public async Task Queue_ManyProducersAndConsumers_LosesAndDoublesNothing()
    {
        var queue = new BoundedQueue<int>(5);
        var (put, got, tooDeep) = (0L, 0L, 0);
        var (putSum, gotSum) = (0L, 0L);
        var consumers = Enumerable.Range(0, 3).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            while (true)
            {
                using var source = new CancellationTokenSource();
                var getting = queue.GetAsync(source.Token);
                var cancelling = random.Next(8) == 0 ? Task.Run(source.Cancel) : Task.CompletedTask;
                try
                {
                    var item = await getting;
                    Interlocked.Add(ref gotSum, item);
                    Interlocked.Increment(ref got);
                    queue.TaskDone();
                }
                catch (OperationCanceledException)
                {
                    // nothing was taken
                }
                catch (System.Threading.Channels.ChannelClosedException)
                {
                    await cancelling;
                    return;
                }

                await cancelling;
            }
        })).ToList();
        await AllTurns(async (random, turn) =>
        {
            using var source = new CancellationTokenSource();
            var item = random.Next();
            var putting = queue.PutAsync(item, source.Token);
            var cancelling = random.Next(8) == 0 ? Task.Run(source.Cancel) : Task.CompletedTask;
            try
            {
                await putting;
                Interlocked.Add(ref putSum, item);
                Interlocked.Increment(ref put);
                Interlocked.Add(ref tooDeep, queue.Count > 5 ? 1 : 0);
            }
            catch (OperationCanceledException)
            {
                // nothing was put
            }

            await cancelling;
        });
        await queue.JoinAsync().AsTask().WaitAsync(Patience);
        Assert.Equal((put, putSum), (Interlocked.Read(ref got), Interlocked.Read(ref gotSum)));
        queue.Complete();
        await Task.WhenAll(consumers).WaitAsync(Patience);
        output.WriteLine($"{put} items");
        Assert.Equal((0, 0, 0), (tooDeep, queue.Unfinished, queue.Count));
    }

    [Fact]
    public async Task Join_WhilePutsAndDonesCross_NeverReturnsWithWorkLeft()
    {
        var queue = new BoundedQueue<int>(2);
        var random = new Random(1);
        var rounds = Effort.Of(100_000, 5_000);
        var (asked, done) = (0, 0);
        var other = Task.Factory.StartNew(
            () =>
            {
                for (var round = 1; round <= rounds; round++)
                {
                    Reach(ref asked, round);
                    queue.TaskDone();
                    Volatile.Write(ref done, round);
                }
            },
            TaskCreationOptions.LongRunning);
        for (var round = 1; round <= rounds; round++)
        {
            await queue.PutAsync(1);
            Volatile.Write(ref asked, round);
            Thread.SpinWait(random.Next(80));
            await queue.PutAsync(2);
            Reach(ref done, round);
            var join = queue.JoinAsync();
            if (join.IsCompleted)
            {
                Volatile.Write(ref asked, int.MaxValue);
                Assert.Fail($"joined with an item left, in round {round}");
            }

            queue.TaskDone();
            await join.AsTask().WaitAsync(Patience);
            await queue.GetAsync();
            await queue.GetAsync();
        }

        await other;

        static void Reach(ref int counter, int round)
        {
            var spin = default(SpinWait);
            while (Volatile.Read(ref counter) < round)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    [Fact]
    public async Task Event_SetAndCleared_LosesNoWakeUp()
    {
        var signal = new AsyncEvent();
        var (passed, cancelled) = (0, 0);
        var isOver = false;
        var setter = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                signal.Set();
                signal.Clear();
                await Task.Yield();
            }

            signal.Set();
        });
        await AllTurns(async (random, turn) =>
        {
            using var source = new CancellationTokenSource();
            var waiting = signal.WaitAsync(turn % 2 == 0 ? default : source.Token);
            var cancelling = random.Next(4) == 0 ? Task.Run(source.Cancel) : Task.CompletedTask;
            try
            {
                await waiting;
                Interlocked.Increment(ref passed);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }

            await cancelling;
        });
        Volatile.Write(ref isOver, true);
        await setter;
        output.WriteLine($"{passed} passed, {cancelled} cancelled");
        Assert.Equal((Turns * Contenders, 0), (passed + cancelled, signal.Waiting));
    }

    [Fact]
    public async Task Group_ChildrenStartChildrenOnManyThreads_AllHaveEndedAndEveryFailureIsThere()
    {
        const int Width = 50;
        var (started, ended, failed) = (0, 0, 0);
        var groups = Turns * Contenders / (2 * Width);
        for (var number = 0; number < groups; number++)
        {
            var fails = number % 3 == 0;
            var failures = 0;
            var group = TaskGroup.RunAsync(group =>
            {
                for (var child = 0; child < Width; child++)
                {
                    var isBad = fails && child % 10 == 9;
                    _ = group.Start("child", token => Task.Run(
                        async () =>
                        {
                            Interlocked.Increment(ref started);
                            _ = group.Start("grandchild", async _ =>
                            {
                                Interlocked.Increment(ref started);
                                await Task.Yield();
                                Interlocked.Increment(ref ended);
                            });
                            await Task.Yield();
                            Interlocked.Increment(ref ended);
                            if (isBad)
                            {
                                Interlocked.Increment(ref failures);
                                throw new FormatException();
                            }
                        },
                        token));
                }

                return Task.CompletedTask;
            });
            await Gather.SettledAsync(group).WaitAsync(Patience);
            Assert.Equal(started, ended);
            Assert.Equal(failures, ((AggregateException?)group.Exception?.InnerException)?.InnerExceptions.Count ?? 0);
            failed += failures;
        }

        output.WriteLine($"{groups} groups, {started} children, {failed} failures");
    }

    [Fact]
    public async Task Wait_TasksEndWhileItReturns_EachIsDoneOrPending()
    {
        var rounds = Effort.Of(20_000, 2_000);
        for (var round = 0; round < rounds; round++)
        {
            TaskCompletionSource[] sources = [.. Enumerable.Range(0, 64).Select(_ => new TaskCompletionSource())];
            sources[0].SetResult();
            var ending = Task.Run(() => Array.ForEach(sources, source => source.TrySetResult()), TestContext.Current.CancellationToken);
            var (done, pending) = await Wait.ForAsync(sources.Select(source => source.Task), Until.FirstCompleted);
            Assert.Equal(sources.Length, done.Concat(pending).Distinct().Count());
            await ending;
        }
    }

    [Fact]
    public async Task Queue_FromLanesOnManyThreads_HasOneCounterThatEndsAtTheTrueDepth()
    {
        var rounds = Effort.Of(4_000, 1_000); // without the lock one in thirty has two counters
        for (var round = 0; round < rounds; round++)
        {
            var queue = new BoundedQueue<int>(100);
            var run = await Demo.Run("depth", () => UseFromLanes(queue), Pace.Real);
            var depth = Assert.Single(run.Timeline.Counters);
            Assert.Equal(("queue-depth", 0), (depth.Name, depth.Points[^1].Value));
        }
    }

    private static async Task UseFromLanes(BoundedQueue<int> queue)
    {
        using var start = new Barrier(2);
        await Task.WhenAll(Demo.Lane("a", OnAThread), Demo.Lane("b", OnAThread));

        Task OnAThread() => Task.Factory.StartNew(Use, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        void Use()
        {
            start.SignalAndWait();
            for (var item = 0; item < 5; item++)
            {
                Assert.True(queue.PutAsync(item).IsCompletedSuccessfully);
                Assert.True(queue.GetAsync().IsCompletedSuccessfully);
            }
        }
    }

    private static async Task AllTurns(Func<Random, int, Task> turn)
    {
        await Task.WhenAll(Enumerable.Range(0, Contenders).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var number = 0; number < Turns; number++)
            {
                await turn(random, number);
            }
        }))).WaitAsync(Patience);
    }

    private static async ValueTask Sometimes(Random random)
    {
        if (random.Next(8) == 0)
        {
            await Task.Yield();
        }
    }
}

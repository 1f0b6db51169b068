using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>What holds of every schedule: operations, cancellations and failures at random, in any order of ready steps.</summary>
public sealed class LawTests(ITestOutputHelper output)
{
    [Fact]
    public void Semaphore_AnySchedule_KeepsLimitOrderAndPermits() => Schedule.Check(output, async (schedule, loop) =>
    {
        var semaphore = new AsyncSemaphore(schedule.Size);
        var (arrived, entered) = (new List<int>(), new List<int>());
        var inside = 0;
        await Task.WhenAll(schedule.Ops.Select(async (op, number) =>
        {
            using var source = op.Source(loop);
            await Task.Delay(op.Start, loop.Clock);
            try
            {
                var entering = semaphore.EnterAsync(source.Token);
                arrived.Add(number);
                using var permit = await entering;
                Holds(++inside <= schedule.Size && semaphore.InUse <= schedule.Size, "more inside than permits");
                entered.Add(number);
                await Task.Delay(op.Length, loop.Clock);
                inside--;
                if (op.Kind % 2 == 0)
                {
                    permit.Dispose();
                    permit.Dispose();
                }
            }
            catch (OperationCanceledException)
            {
                Holds(op.Cancelled > 0, "cancelled by nobody");
                arrived.Remove(number);
            }
        }));
        Holds(semaphore is { InUse: 0, Waiting: 0 }, "a permit or a waiter is left");
        Holds(arrived.Count == entered.Count, "somebody was never served");
        if (schedule.Seed == 0)
        {
            Same(arrived, entered, "served out of turn");
        }

        var all = Enumerable.Range(0, schedule.Size).Select(_ => semaphore.EnterAsync()).ToList();
        Holds(all.All(one => one.IsCompletedSuccessfully) && !semaphore.EnterAsync().IsCompleted, "permits were lost or made");
    });

    [Fact]
    public void Semaphore_AnySchedule_HandsOverInTheOrderOfArrival() => Schedule.Check(output, async (schedule, loop) =>
    {
        var semaphore = new AsyncSemaphore(1);
        var holder = await semaphore.EnterAsync();
        var line = new List<(ValueTask<Permit> Entering, CancellationTokenSource Source)>();
        foreach (var op in schedule.Ops)
        {
            if (op.Kind < 50)
            {
                var source = new CancellationTokenSource();
                line.Add((semaphore.EnterAsync(source.Token), source));
            }
            else if (op.Kind < 75 && line.Count > 0)
            {
                var leaving = line[op.At % line.Count];
                line.Remove(leaving);
                await leaving.Source.CancelAsync();
                await Cancelled(leaving.Entering);
            }
            else if (line.Count > 0)
            {
                holder.Dispose();
                Holds(line[0].Entering.IsCompleted && line.Skip(1).All(other => !other.Entering.IsCompleted), "not the first was served");
                holder = await line[0].Entering;
                line.RemoveAt(0);
            }

            Holds(semaphore.Waiting == line.Count && semaphore.InUse == 1, "the line is not what it should be");
        }
    });

    [Fact]
    public void Event_AnySchedule_WakesAllWhoWaitedAndNobodyElse() => Schedule.Check(output, async (schedule, loop) =>
    {
        var signal = new AsyncEvent();
        var isSet = false;
        var waiting = new List<(ValueTask Wait, CancellationTokenSource Source)>();
        foreach (var op in schedule.Ops)
        {
            switch (op.Kind % 5)
            {
                case 0:
                    signal.Set();
                    isSet = true;
                    foreach (var (wait, _) in waiting)
                    {
                        Holds(wait.IsCompletedSuccessfully, "a waiter was not woken");
                        await wait;
                    }

                    waiting.Clear();
                    break;
                case 1:
                    signal.Clear();
                    isSet = false;
                    break;
                case 2 when waiting.Count > 0:
                    var leaving = waiting[op.At % waiting.Count];
                    waiting.Remove(leaving);
                    await leaving.Source.CancelAsync();
                    await Cancelled(leaving.Wait);
                    break;
                default:
                    var source = new CancellationTokenSource();
                    var newcomer = signal.WaitAsync(source.Token);
                    Holds(newcomer.IsCompleted == isSet, "the flag does not decide");
                    if (!isSet)
                    {
                        waiting.Add((newcomer, source));
                    }

                    break;
            }

            Holds(signal.IsSet == isSet && signal.Waiting == waiting.Count, "the event is not what it should be");
        }
    });

    [Fact]
    public void Queue_AnySchedule_DeliversEveryItemOnceInOrderWithinItsCapacity() => Schedule.Check(output, async (schedule, loop) =>
    {
        var queue = new BoundedQueue<(int Producer, int Item)>(schedule.Size);
        var (put, got) = (new List<(int Producer, int Item)>(), new List<(int Producer, int Item)>());
        var producers = schedule.Ops.Where(op => op.Kind < 60).Select(async (op, producer) =>
        {
            using var source = op.Source(loop);
            await Task.Delay(op.Start, loop.Clock);
            for (var item = 0; item < 1 + (op.Kind % 4); item++)
            {
                try
                {
                    await queue.PutAsync((producer, item), source.Token);
                    put.Add((producer, item));
                }
                catch (OperationCanceledException)
                {
                    Holds(op.Cancelled > 0, "cancelled by nobody");
                }

                Holds(queue.Count <= schedule.Size, "too deep");
                await Task.Delay(TimeSpan.FromMilliseconds(op.Takes % 3), loop.Clock);
            }
        }).ToList();
        var takers = schedule.Ops.Where(op => op.Kind >= 60).Select(op => Take(op, queue, got, loop)).ToList();
        var last = Take(new Op(0, 25, 1, 0), queue, got, loop);
        await Task.WhenAll(producers);
        await queue.JoinAsync();
        Holds(queue is { Unfinished: 0, Count: 0 }, "joined too early");
        queue.Complete();
        await Task.WhenAll([.. takers, last]);
        Same(put.Order(), got.Order(), "lost or doubled");
        if (schedule.Seed == 0 && takers.Count == 0)
        {
            foreach (var producer in got.GroupBy(item => item.Producer))
            {
                Same(producer.Order(), producer, "out of order");
            }
        }
    });

    [Fact]
    public void Queue_AnySchedule_IsFirstInFirstOut() => Schedule.Check(output, async (schedule, loop) =>
    {
        var queue = new BoundedQueue<int>(schedule.Size);
        var (items, next, unfinished) = (new Queue<int>(), 0, 0);
        var putters = new List<(ValueTask Put, int Item, CancellationTokenSource Source)>();
        foreach (var op in schedule.Ops)
        {
            if (op.Kind < 55)
            {
                var source = new CancellationTokenSource();
                var put = queue.PutAsync(++next, source.Token);
                Holds(put.IsCompleted == items.Count < schedule.Size, "room and waiting do not agree");
                if (put.IsCompleted)
                {
                    await put;
                    items.Enqueue(next);
                }
                else
                {
                    putters.Add((put, next, source));
                }
            }
            else if (op.Kind < 65 && putters.Count > 0)
            {
                var leaving = putters[op.At % putters.Count];
                putters.Remove(leaving);
                await leaving.Source.CancelAsync();
                await Cancelled(leaving.Put);
            }
            else if (items.Count > 0)
            {
                Holds(await queue.GetAsync() == items.Dequeue(), "not the oldest item");
                unfinished++;
                if (putters.Count > 0)
                {
                    await putters[0].Put;
                    items.Enqueue(putters[0].Item);
                    putters.RemoveAt(0);
                }
            }

            Holds(queue.Count == items.Count && queue.Count <= schedule.Size, "depth is not what it should be");
        }

        for (; unfinished > 0; unfinished--)
        {
            queue.TaskDone();
        }
    });

    [Fact]
    public void Group_AnySchedule_NobodyOutlivesItAndAllFailuresArePresent() => Schedule.Check(output, async (schedule, loop) =>
    {
        var (alive, disposed) = (0, new List<int>());
        var failures = new List<Exception>();
        using var outside = schedule.Ops[0].Source(loop);
        var run = TaskGroup.RunAsync(
            async group =>
            {
                foreach (var (number, op) in schedule.Ops.Index())
                {
                    group.Own(new Owned(() => disposed.Add(alive == 0 ? number : -1)));
                    _ = group.Start($"{number}", token => Child(group, op, token));
                    await Task.Delay(TimeSpan.FromMilliseconds(op.At % 3), loop.Clock);
                }
            },
            outside.Token);
        await Gather.SettledAsync(run);
        Holds(alive == 0, "a child outlived its group");
        Holds(run.IsFaulted == failures.Count > 0, "failed without a failure or the other way round");
        Same(failures, run.Exception is null ? [] : ((AggregateException)run.Exception.InnerException!).InnerExceptions, "failures lost");
        Same(Enumerable.Range(0, schedule.Ops.Length).Reverse(), disposed, "owned resources not disposed last first, after the children");
        Holds(!run.IsCanceled || outside.IsCancellationRequested, "cancelled by nobody");

        async Task Child(TaskGroup group, Op op, CancellationToken token)
        {
            alive++;
            try
            {
                await Task.Delay(op.Start, loop.Clock, op.Kind % 7 == 0 ? default : token);
                if (op.Kind % 5 == 0)
                {
                    _ = group.Start("grandchild", inner => Child(group, op with { Kind = op.Kind + 1 }, inner));
                }

                Fail(op.Kind % 4 == 0);
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(op.Length, loop.Clock, CancellationToken.None);
                Fail(op.Kind % 9 == 0);
                throw;
            }
            finally
            {
                alive--;
            }
        }

        void Fail(bool fails)
        {
            if (fails)
            {
                var failure = new FormatException();
                failures.Add(failure);
                throw failure;
            }
        }
    });

    [Fact]
    public void Limiter_AnySchedule_NoWindowHoldsMoreThanTheLimitAndNobodyIsPassedOver() => Schedule.Check(output, async (schedule, loop) =>
    {
        var window = TimeSpan.FromMilliseconds(7);
        var limiter = new SlidingWindowLimiter(schedule.Size, window);
        var (arrived, started) = (new List<int>(), new List<(int Number, TimeSpan At)>());
        await Task.WhenAll(schedule.Ops.Select(async (op, number) =>
        {
            using var source = op.Source(loop);
            await Task.Delay(op.Start, loop.Clock);
            try
            {
                var acquiring = limiter.AcquireAsync(source.Token);
                arrived.Add(number);
                await acquiring;
                started.Add((number, loop.Now));
            }
            catch (OperationCanceledException)
            {
                Holds(op.Cancelled > 0, "cancelled by nobody");
                arrived.Remove(number);
            }
        }));
        Holds(arrived.Count == started.Count, "somebody was never served");
        foreach (var (first, tooSoon) in started.Zip(started.Skip(schedule.Size)))
        {
            Holds(tooSoon.At - first.At >= window, "too many in a window");
        }

        if (schedule.Seed == 0)
        {
            Same(arrived, started.Select(start => start.Number), "out of turn");
        }
    });

    [Fact]
    public void GatherAndWait_AnySchedule_ReportWhatTheTasksDid() => Schedule.Check(output, async (schedule, loop) =>
    {
        async Task<int> Play(Op op, int number)
        {
            using var source = op.Source(loop);
            await Task.Delay(op.Start + op.Length, loop.Clock, source.Token);
            return op.Kind % 4 == 0 ? throw new FormatException($"{number}") : number;
        }

        var begin = loop.Now;
        var tasks = schedule.Ops.Select(Play).ToList();
        var gathered = Gather.AllAsync(tasks);
        var order = Order(tasks);
        var limit = TimeSpan.FromMilliseconds(schedule.Ops[0].Takes);
        var (done, pending) = await Wait.ForAsync(tasks, (Until)(schedule.Size % 3), limit);
        Same(tasks, done.Concat(pending).OrderBy(tasks.IndexOf), "a task is missing");
        var took = loop.Now - begin;
        Holds(took <= limit && (pending.Count == 0 || schedule.Size % 3 != 0 || took == limit), "returned at the wrong time");
        var settled = await Gather.SettledAsync(tasks);
        Same(tasks, settled, "not in their order");
        await Gather.SettledAsync(gathered);
        var bad = (await order).Find(task => !task.IsCompletedSuccessfully);
        Holds(gathered.IsFaulted == (bad?.IsFaulted ?? false) && gathered.IsCanceled == (bad?.IsCanceled ?? false), "gather ended otherwise");
        Holds(bad is not { IsFaulted: true } || gathered.Exception!.InnerException == bad.Exception!.InnerException, "not the first failure");
        Same((await order).Order(Comparer<Task<int>>.Create((a, b) => a.Id - b.Id)), tasks.OrderBy(task => task.Id), "as completed lost one");
        if (bad is null)
        {
            Same(Enumerable.Range(0, tasks.Count), await gathered, "results out of order");
        }

        static async Task<List<Task<int>>> Order(List<Task<int>> tasks)
        {
            var ended = new List<Task<int>>();
            await foreach (var completion in AsCompleted.Of(tasks))
            {
                ended.Add(completion.Task);
            }

            return ended;
        }
    });

    [Fact]
    public void RaceAndDeadline_AnySchedule_LeaveNobodyRunning() => Schedule.Check(output, async (schedule, loop) =>
    {
        var alive = 0;
        async Task<int> Play(Op op, CancellationToken token)
        {
            alive++;
            try
            {
                await Task.Delay(op.Start, loop.Clock, token);
                return op.Kind % 3 == 0 ? throw new FormatException() : op.Kind;
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(op.Length, loop.Clock, CancellationToken.None);
                return op.Kind % 5 == 0 ? op.Kind : throw new OperationCanceledException(token);
            }
            finally
            {
                alive--;
            }
        }

        var race = await Race.FirstAsync(schedule.Ops.Select<Op, Func<CancellationToken, Task<int>>>(op => token => Play(op, token)));
        Holds(alive == 0 && race.Task.IsCompleted && race.Losers.All(loser => loser.IsCompleted), "a contender runs on");
        Holds(race.Losers.Count == schedule.Ops.Length - 1, "a contender is missing");
        Holds(schedule.Ops[race.Winner].At == schedule.Ops.Min(op => op.At), "not the first won");
        foreach (var op in schedule.Ops)
        {
            using var outside = op.Source(loop);
            var call = Deadline.CancelAfterAsync(token => Play(op, token), TimeSpan.FromMilliseconds(10), outside.Token);
            await Gather.SettledAsync(call);
            Holds(alive == 0, "work runs on behind its deadline");
            var isTimeOut = call.Exception?.InnerException is TimeoutException;
            Holds(!isTimeOut || op.At >= 10, "timed out before its time");
            Holds(!isTimeOut || op.Cancelled is 0 or >= 10, "a cancellation from outside became a time-out");
            Holds(!call.IsCanceled || op.Cancelled is > 0 and <= 10, "a time-out became a cancellation");
        }
    });

    private static async Task Take(Op op, BoundedQueue<(int Producer, int Item)> queue, List<(int Producer, int Item)> got, VirtualLoop loop)
    {
        using var source = op.Source(loop);
        await Task.Delay(op.Start, loop.Clock);
        try
        {
            while (true)
            {
                var item = await queue.GetAsync(source.Token);
                got.Add(item);
                await Task.Delay(op.Length, loop.Clock);
                queue.TaskDone();
            }
        }
        catch (OperationCanceledException)
        {
            Holds(op.Cancelled > 0, "cancelled by nobody");
        }
        catch (System.Threading.Channels.ChannelClosedException)
        {
            // the end
        }
    }

    private static async Task Cancelled(ValueTask waiting)
    {
        try
        {
            await waiting;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Holds(false, "not cancelled");
    }

    private static async Task Cancelled(ValueTask<Permit> waiting)
    {
        try
        {
            await waiting;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Holds(false, "not cancelled");
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string broken) =>
        Holds(expected.SequenceEqual(actual), $"{broken}: {string.Join(", ", expected)} expected, {string.Join(", ", actual)} found");

    private static void Holds(bool law, string broken)
    {
        if (!law)
        {
            throw new InvalidOperationException(broken);
        }
    }

    private sealed class Owned(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }
}

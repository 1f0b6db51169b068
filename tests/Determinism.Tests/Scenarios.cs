using System.Threading.Channels;

namespace Determinism.Tests;

/// <summary>Small programs in plain .NET calls. Whatever threads they wander through, each has one trace.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<Trace, Task>> All { get; } = new Dictionary<string, Func<Trace, Task>>
    {
        [nameof(Delays)] = Delays,
        [nameof(CancellationAfterATime)] = CancellationAfterATime,
        [nameof(WaitAsyncTimesOut)] = WaitAsyncTimesOut,
        [nameof(PeriodicTimers)] = PeriodicTimers,
        [nameof(SemaphoreSlimWithoutToken)] = SemaphoreSlimWithoutToken,
        [nameof(SemaphoreSlimWithToken)] = SemaphoreSlimWithToken,
        [nameof(BoundedChannel)] = BoundedChannel,
        [nameof(WhenAllWhenAny)] = WhenAllWhenAny,
        [nameof(WhenEach)] = WhenEach,
        [nameof(ParallelForEach)] = ParallelForEach,
        [nameof(SourceRunsContinuationsInline)] = SourceRunsContinuationsInline,
        [nameof(SourceRunsContinuationsLater)] = SourceRunsContinuationsLater,
        [nameof(ConfigureAwaitFalse)] = ConfigureAwaitFalse,
        [nameof(TaskRun)] = TaskRun,
        [nameof(CancelAsync)] = CancelAsync,
        [nameof(ContinueWith)] = ContinueWith,
        [nameof(TimersFromPoolThreads)] = TimersFromPoolThreads,
        [nameof(FlowSuppressed)] = FlowSuppressed,
    };

    private static Task Delays(Trace trace) => ForEach(6, async number =>
    {
        for (var step = 0; step < 3; step++)
        {
            await trace.Delay(10 + (number % 3));
            trace.Add($"{number} step {step}");
        }
    });

    private static Task CancellationAfterATime(Trace trace) => ForEach(6, async number =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(10 * number), trace.Clock);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), trace.Clock, source.Token);
            trace.Add($"{number} done");
        }
        catch (OperationCanceledException)
        {
            trace.Add($"{number} cancelled");
        }
    });

    private static Task WaitAsyncTimesOut(Trace trace) => ForEach(6, async number =>
    {
        try
        {
            await trace.Delay(10 * number).WaitAsync(TimeSpan.FromMilliseconds(25), trace.Clock);
            trace.Add($"{number} in time");
        }
        catch (TimeoutException)
        {
            trace.Add($"{number} timed out");
        }
    });

    private static Task PeriodicTimers(Trace trace) => ForEach(3, async number =>
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10 + number), trace.Clock);
        for (var tick = 0; tick < 4 && await timer.WaitForNextTickAsync(); tick++)
        {
            trace.Add($"{number} tick {tick}");
            await trace.Delay(3);
        }
    });

    private static async Task SemaphoreSlimWithoutToken(Trace trace)
    {
        using var semaphore = new SemaphoreSlim(2);
        await ForEach(7, async number =>
        {
            await semaphore.WaitAsync();
            trace.Add($"{number} in");
            await trace.Delay(10 + number);
            semaphore.Release();
            trace.Add($"{number} out");
        });
    }

    public static async Task SemaphoreSlimWithToken(Trace trace)
    {
        using var semaphore = new SemaphoreSlim(2);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(35), trace.Clock);
        await ForEach(9, async number =>
        {
            try
            {
                await semaphore.WaitAsync(source.Token);
                trace.Add($"{number} in");
                await trace.Delay(10);
                semaphore.Release();
                trace.Add($"{number} out");
            }
            catch (OperationCanceledException)
            {
                trace.Add($"{number} gave up");
            }
        });
    }

    private static async Task BoundedChannel(Trace trace)
    {
        var channel = Channel.CreateBounded<int>(3);
        var consumers = ForEach(3, async number =>
        {
            await foreach (var item in channel.Reader.ReadAllAsync())
            {
                trace.Add($"consumer {number} got {item}");
                await trace.Delay(7 + number);
            }
        });
        await ForEach(2, async number =>
        {
            for (var item = 0; item < 6; item++)
            {
                await channel.Writer.WriteAsync((10 * number) + item);
                trace.Add($"producer {number} put {item}");
                await trace.Delay(number);
            }
        });
        channel.Writer.Complete();
        await consumers;
    }

    private static async Task WhenAllWhenAny(Trace trace)
    {
        async Task<int> Call(int number, int milliseconds)
        {
            await trace.Delay(milliseconds);
            trace.Add($"call {number} ended");
            return number;
        }

        var pending = new List<Task<int>> { Call(1, 30), Call(2, 10), Call(3, 20), Call(4, 10) };
        while (pending.Count > 1)
        {
            var first = await Task.WhenAny(pending);
            pending.Remove(first);
            trace.Add($"first {await first}");
        }

        var all = await Task.WhenAll(Call(5, 10), Call(6, 5));
        trace.Add($"all {string.Join(' ', all)}");
    }

    private static async Task WhenEach(Trace trace)
    {
        async Task<int> Call(int number)
        {
            await trace.Delay(number * 7 % 5 * 10);
            trace.Add($"call {number} ended");
            return number;
        }

        await foreach (var call in Task.WhenEach(Enumerable.Range(1, 8).Select(Call).ToList()))
        {
            trace.Add($"each {await call}");
            await trace.Delay(3);
        }
    }

    private static Task ParallelForEach(Trace trace)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 3 };
        return Parallel.ForEachAsync(Enumerable.Range(0, 8), options, async (number, token) =>
        {
            trace.Add($"{number} begins");
            await Task.Delay(TimeSpan.FromMilliseconds(10 + (number % 2)), trace.Clock, token);
            trace.Add($"{number} ends");
        });
    }

    private static Task SourceRunsContinuationsInline(Trace trace) => Signal(trace, TaskCreationOptions.None);

    private static Task SourceRunsContinuationsLater(Trace trace) =>
        Signal(trace, TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task Signal(Trace trace, TaskCreationOptions options)
    {
        var signal = new TaskCompletionSource<int>(options);
        var waiters = ForEach(5, async number =>
        {
            var value = number % 2 == 0 ? await signal.Task : await signal.Task.ConfigureAwait(false);
            trace.Add($"{number} woke with {value}");
            await trace.Delay(number);
            trace.Add($"{number} ended");
        });
        await trace.Delay(10);
        trace.Add("signal");
        signal.SetResult(7);
        trace.Add("signalled");
        await waiters;
    }

    private static Task ConfigureAwaitFalse(Trace trace) => ForEach(5, async number =>
    {
        for (var step = 0; step < 3; step++)
        {
            await trace.Delay(10).ConfigureAwait(false);
            trace.Add($"{number} step {step}");
            await Task.Yield();
            trace.Add($"{number} yielded {step}");
        }
    });

    public static Task TaskRun(Trace trace) => ForEach(6, async number =>
    {
        trace.Add($"{number} asks");
        var sum = await Task.Run(async () =>
        {
            trace.Add($"{number} on the pool");
            await trace.Delay(10 + (number % 2));
            trace.Add($"{number} still there");
            return Enumerable.Range(0, 100 * number).Sum();
        });
        trace.Add($"{number} is {sum}");
    });

    private static async Task CancelAsync(Trace trace)
    {
        using var source = new CancellationTokenSource();
        var waiters = ForEach(5, async number =>
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), trace.Clock, source.Token);
            }
            catch (OperationCanceledException)
            {
                trace.Add($"{number} cancelled");
            }
        });
        await trace.Delay(10);
        await source.CancelAsync();
        trace.Add("cancel returned");
        await waiters;
    }

    private static Task ContinueWith(Trace trace) => ForEach(6, async number =>
    {
        await trace.Delay(10).ContinueWith(_ => trace.Add($"{number} continued"), TaskScheduler.Default);
        trace.Add($"{number} back");
    });

    private static Task TimersFromPoolThreads(Trace trace) => ForEach(4, number => Task.Run(async () =>
    {
        var fired = new TaskCompletionSource();
        var unused = trace.Clock.CreateTimer(_ => trace.Add("never"), null, TimeSpan.FromMilliseconds(15), Timeout.InfiniteTimeSpan);
        await using var timer = trace.Clock.CreateTimer(
            _ =>
            {
                trace.Add($"{number} fired");
                fired.TrySetResult();
            },
            null,
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromMilliseconds(10));
        await unused.DisposeAsync();
        await fired.Task;
        await trace.Delay(25);
    }));

    private static Task FlowSuppressed(Trace trace) => ForEach(4, async number =>
    {
        var ended = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                Thread.SpinWait(200);
                trace.Add($"{number} outside the flow");
                ended.SetResult();
            },
            null);
        await ended.Task;
        trace.Add($"{number} told");
        await trace.Delay(10);
        trace.Add($"{number} ended");
    });

    private static Task ForEach(int count, Func<int, Task> body) => Task.WhenAll(Enumerable.Range(1, count).Select(body));
}

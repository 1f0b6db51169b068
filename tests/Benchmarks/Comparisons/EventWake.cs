using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>A signal wakes a thousand waiters.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class EventWake : IComparison
{
    private const int Waiters = 1_000;
    private const int Sets = 20;

    Contest IComparison.About => new("event wakes 1,000, per waiter", "TaskCompletionSource", Waiters * Sets, 1.1);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Waiters * Sets)]
    public async Task Peer()
    {
        for (var set = 0; set < Sets; set++)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var waiting = All(async () => await signal.Task);
            signal.SetResult();
            await waiting;
        }
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Waiters * Sets)]
    public async Task Ours()
    {
        for (var set = 0; set < Sets; set++)
        {
            var signal = new AsyncEvent();
            var waiting = All(async () => await signal.WaitAsync());
            signal.Set();
            await waiting;
        }
    }

    private static Task All(Func<Task> waiter)
    {
        var all = new Task[Waiters];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = waiter();
        }

        return Task.WhenAll(all);
    }
}

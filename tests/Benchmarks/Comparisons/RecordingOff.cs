using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>What a recorded wait costs when nothing is recorded: all results of a hundred tasks that each yield once.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class RecordingOff : IComparison
{
    private const int Tasks = 100;
    private const int Rounds = 200;

    Contest IComparison.About => new("recording off: wait for 100, per task", "Task.WhenAll", Tasks * Rounds, null);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Tasks * Rounds)]
    public async Task Peer()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Start());
        }
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Tasks * Rounds)]
    public async Task Ours()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await Wait.ForAsync(Start());
        }
    }

    private static Task<int>[] Start()
    {
        var all = new Task<int>[Tasks];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = Yield(index);
        }

        return all;
    }

    private static async Task<int> Yield(int number)
    {
        await Task.Yield();
        return number;
    }
}

using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>What a wait that could be recorded costs when nothing is: a task in a lane of its own, awaited.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class RecordingOff : IComparison
{
    private const int Turns = 20_000;

    private static readonly Func<Task<int>> Body = Yield;

    Contest IComparison.About => new("recording off, per task", "a plain await", Turns, 1.1);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Turns)]
    public async Task Peer()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await Body();
        }
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Turns)]
    public async Task Ours()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await RecordedWait.For("wait", WaitReason.Tasks, LaneScope.Run("task", Body));
        }
    }

    private static async Task<int> Yield()
    {
        await Task.Yield();
        return 1;
    }
}

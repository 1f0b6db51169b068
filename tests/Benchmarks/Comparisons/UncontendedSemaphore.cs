using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>Entering a free semaphore and leaving it.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class UncontendedSemaphore : IComparison, IDisposable
{
    private const int Turns = 100_000;

    private readonly SemaphoreSlim _slim = new(1);
    private readonly AsyncSemaphore _ours = new(1);

    Contest IComparison.About => new("semaphore, uncontended", "SemaphoreSlim", Turns, 1.1);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Turns)]
    public async Task Peer()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await _slim.WaitAsync();
            _slim.Release();
        }
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Turns)]
    public async Task Ours()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            var permit = await _ours.EnterAsync();
            permit.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slim.Dispose();
        GC.SuppressFinalize(this);
    }
}

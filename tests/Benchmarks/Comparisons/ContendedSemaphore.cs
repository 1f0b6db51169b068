using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>Eight contenders on the thread pool hand one permit round, with and without a token that can be cancelled. The holder
/// yields once; without that, one of them would be through before the next has begun.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ContendedSemaphore : IComparison, IDisposable
{
    private const int Contenders = 8;
    private const int Turns = 5_000;

    private readonly SemaphoreSlim _slim = new(1);
    private readonly AsyncSemaphore _ours = new(1);
    private readonly CancellationTokenSource _source = new();

    /// <summary>Whether those who wait can be cancelled. Nobody is.</summary>
    [Params(false, true)]
    public bool WithToken { get; set; }

    Contest IComparison.About => new(
        $"semaphore, 8 contenders{(WithToken ? " with a token" : "")}", "SemaphoreSlim", Contenders * Turns, WithToken ? 0.75 : null);

    private CancellationToken Token => WithToken ? _source.Token : default;

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Contenders * Turns)]
    public Task Peer() => All(async () =>
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await _slim.WaitAsync(Token);
            await Task.Yield();
            _slim.Release();
        }
    });

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Contenders * Turns)]
    public Task Ours() => All(async () =>
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            var permit = await _ours.EnterAsync(Token);
            await Task.Yield();
            permit.Dispose();
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _slim.Dispose();
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Task All(Func<Task> contender) =>
        Task.WhenAll(Enumerable.Range(0, Contenders).Select(_ => Task.Run(contender)));
}

using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>Entering and leaving, against SemaphoreSlim in the same run.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class UncontendedSemaphore : IDisposable
{
    private readonly SemaphoreSlim _slim = new(1);
    private readonly AsyncSemaphore _ours = new(1);

    [Benchmark(Baseline = true, Description = "SemaphoreSlim")]
    public async Task Slim()
    {
        await _slim.WaitAsync();
        _slim.Release();
    }

    [Benchmark(Description = "AsyncSemaphore")]
    public async Task Ours()
    {
        using var permit = await _ours.EnterAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slim.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Eight contenders for one permit on the thread pool, with and without a token that can be cancelled.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ContendedSemaphore : IDisposable
{
    private const int Contenders = 8;
    private const int Turns = 1_000;

    private readonly SemaphoreSlim _slim = new(1);
    private readonly AsyncSemaphore _ours = new(1);
    private readonly CancellationTokenSource _source = new();

    [Params(false, true)]
    public bool WithToken { get; set; }

    private CancellationToken Token => WithToken ? _source.Token : default;

    [Benchmark(Baseline = true, Description = "SemaphoreSlim", OperationsPerInvoke = Contenders * Turns)]
    public Task Slim() => All(async token =>
    {
        await _slim.WaitAsync(token);
        await Task.Yield();
        _slim.Release();
    });

    [Benchmark(Description = "AsyncSemaphore", OperationsPerInvoke = Contenders * Turns)]
    public Task Ours() => All(async token =>
    {
        using var permit = await _ours.EnterAsync(token);
        await Task.Yield();
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _slim.Dispose();
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task All(Func<CancellationToken, Task> turn) => Task.WhenAll(Enumerable.Range(0, Contenders).Select(_ => Task.Run(async () =>
    {
        for (var number = 0; number < Turns; number++)
        {
            await turn(Token);
        }
    })));
}

using System.Threading.Channels;
using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>A producer and a consumer on the thread pool, as fast as the queue between them lets them.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class QueueThroughput : IComparison
{
    private const int Items = 50_000;

    /// <summary>How many items the queue holds.</summary>
    [Params(5, 64)]
    public int Capacity { get; set; } = 5;

    Contest IComparison.About => new($"queue of {Capacity}, per item", "bounded Channel", Items, 1.3);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public Task Peer()
    {
        var channel = Channel.CreateBounded<int>(Capacity);
        var producer = Task.Run(async () =>
        {
            for (var item = 0; item < Items; item++)
            {
                await channel.Writer.WriteAsync(item);
            }
        });
        var consumer = Task.Run(async () =>
        {
            for (var item = 0; item < Items; item++)
            {
                await channel.Reader.ReadAsync();
            }
        });
        return Task.WhenAll(producer, consumer);
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Items)]
    public Task Ours()
    {
        var queue = new BoundedQueue<int>(Capacity);
        var producer = Task.Run(async () =>
        {
            for (var item = 0; item < Items; item++)
            {
                await queue.PutAsync(item);
            }
        });
        var consumer = Task.Run(async () =>
        {
            for (var item = 0; item < Items; item++)
            {
                await queue.GetAsync();
            }
        });
        return Task.WhenAll(producer, consumer);
    }
}

using AsyncAtScale.Primitives;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Comparisons;

/// <summary>A thousand children that each yield once. The peer waits for them and does nothing about failures.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GroupOfChildren : IComparison
{
    private const int Children = 1_000;
    private const int Groups = 20;

    Contest IComparison.About => new("group of 1,000, per child", "Task.WhenAll", Children * Groups, 2);

    /// <inheritdoc/>
    [Benchmark(Baseline = true, OperationsPerInvoke = Children * Groups)]
    public async Task Peer()
    {
        for (var group = 0; group < Groups; group++)
        {
            var all = new Task[Children];
            for (var index = 0; index < all.Length; index++)
            {
                all[index] = Child(CancellationToken.None);
            }

            await Task.WhenAll(all);
        }
    }

    /// <inheritdoc/>
    [Benchmark(OperationsPerInvoke = Children * Groups)]
    public async Task Ours()
    {
        for (var number = 0; number < Groups; number++)
        {
            await TaskGroup.RunAsync(group =>
            {
                for (var index = 0; index < Children; index++)
                {
                    group.Start("child", Child);
                }

                return Task.CompletedTask;
            });
        }
    }

    private static async Task Child(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
    }
}

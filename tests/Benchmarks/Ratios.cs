using System.Diagnostics;
using Benchmarks.Comparisons;

namespace Benchmarks;

/// <summary>
/// Runs ours and the peer in turns in one process, so that both meet the same machine, and compares the best of
/// many rounds: noise only ever adds.
/// </summary>
internal static class Ratios
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public static void Run(int rounds, string? only)
    {
        IComparison[] all =
        [
            new UncontendedSemaphore(),
            new ContendedSemaphore(),
            new ContendedSemaphore { WithToken = true },
            new EventWake(),
            new QueueThroughput { Capacity = 5 },
            new QueueThroughput { Capacity = 64 },
            new GroupOfChildren(),
            new RecordingOff(),
        ];
        Console.WriteLine($"per operation, best of {rounds} rounds in turns; recording off");
        Console.WriteLine($"{"",-38}{"peer",-22}{"ns",8}{"B",8}   {"ours ns",8}{"B",8}{"ratio",8}{"target",8}");
        foreach (var comparison in all.Where(comparison => comparison.About.Work.Contains(only ?? "", StringComparison.Ordinal)))
        {
            Compare(comparison, rounds);
            (comparison as IDisposable)?.Dispose();
        }
    }

    private static void Compare(IComparison comparison, int rounds)
    {
        var about = comparison.About;
        var (peer, ours) = (new Floor(comparison.Peer), new Floor(comparison.Ours));
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmUp)
        {
            peer.Measure();
            ours.Measure();
        }

        peer.Forget();
        ours.Forget();
        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes second may pay for the first one's garbage, so they change places.
            var (first, second) = round % 2 == 0 ? (peer, ours) : (ours, peer);
            first.Measure();
            second.Measure();
        }

        var target = about.Target is { } limit ? $"{limit:0.00}" : "";
        Console.WriteLine(
            $"{about.Work,-38}{about.Peer,-22}{peer.Nanoseconds / about.Operations,8:0.0}{(double)peer.Bytes / about.Operations,8:0}   "
            + $"{ours.Nanoseconds / about.Operations,8:0.0}{(double)ours.Bytes / about.Operations,8:0}{ours.Nanoseconds / peer.Nanoseconds,8:0.00}{target,8}");
    }
}

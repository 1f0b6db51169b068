using System.Diagnostics;
using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;

namespace Benchmarks;

/// <summary>A hundred thousand tasks, each behind a permit for 50 virtual milliseconds. The peer is SemaphoreSlim on the same loop.</summary>
internal static class VirtualWaits
{
    private const int Tasks = 100_000;

    public static void Run()
    {
        Console.WriteLine($"{Tasks:N0} tasks of 50 virtual ms; best of 7 after a warm-up");
        Console.WriteLine($"{"",-34}{"ms",8}{"B/task",10}{"to peer",10}");
        foreach (var permits in new[] { 100, 10_000 })
        {
            var peer = Measure($"SemaphoreSlim({permits})", () => Slim(permits), null);
            Measure($"AsyncSemaphore({permits})", () => Ours(permits), peer);
            Measure($"AsyncSemaphore({permits}), recorded", () => Recorded(permits), peer);
        }

        RecorderCost();
    }

    private static double Measure(string name, Action run, double? peer)
    {
        run();
        var (best, bytes) = (double.MaxValue, 0L);
        for (var turn = 0; turn < 7; turn++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Console.WriteLine($"{name,-34}{best,8:0}{bytes / Tasks,10}{(peer is { } p ? $"{best / p:0.00}" : "1"),10}");
        return best;
    }

    private static void Ours(int permits) => VirtualLoop.Run(loop =>
    {
        var semaphore = new AsyncSemaphore(permits);
        return All(async () =>
        {
            using var permit = await semaphore.EnterAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Clock);
        });
    });

    private static void Slim(int permits) => VirtualLoop.Run(async loop =>
    {
        using var semaphore = new SemaphoreSlim(permits);
        await All(async () =>
        {
            await semaphore.WaitAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Clock);
            semaphore.Release();
        });
    });

    private static void Recorded(int permits) => VirtualLoop.Run(loop =>
    {
        var recorder = new Recorder(loop.Clock);
        var semaphore = new AsyncSemaphore(permits);
        var number = 0;
        return All(async () =>
        {
            using var scope = LaneScope.Enter(recorder.StartLane($"caller-{number++}"));
            using var permit = await semaphore.EnterAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Clock);
        });
    });

    private static Task All(Func<Task> body)
    {
        var tasks = new Task[Tasks];
        for (var index = 0; index < tasks.Length; index++)
        {
            tasks[index] = body();
        }

        return Task.WhenAll(tasks);
    }

    private static void RecorderCost()
    {
        const int Events = 2_000_000;
        var (best, bytes) = (double.MaxValue, 0L);
        for (var turn = 0; turn < 7; turn++)
        {
            VirtualLoop.Run(loop =>
            {
                var lane = new Recorder(loop.Clock).StartLane("a");
                var before = GC.GetAllocatedBytesForCurrentThread();
                var watch = Stopwatch.StartNew();
                for (var step = 0; step < Events; step++)
                {
                    lane.Instant("step");
                }

                best = Math.Min(best, watch.Elapsed.TotalNanoseconds / Events);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                return Task.CompletedTask;
            });
        }

        Console.WriteLine($"recorder, on the virtual clock: {best:0} ns and {(double)bytes / Events:0.0} B per event");
    }
}

using System.Diagnostics;

namespace Benchmarks;

/// <summary>The least time and memory that a piece of work has taken so far.</summary>
internal sealed class Floor(Func<Task> work)
{
    public double Nanoseconds { get; private set; } = double.MaxValue;

    public long Bytes { get; private set; } = long.MaxValue;

    public void Measure()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        Task.Run(work).GetAwaiter().GetResult();
        Nanoseconds = Math.Min(Nanoseconds, watch.Elapsed.TotalNanoseconds);
        Bytes = Math.Min(Bytes, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    public void Forget() => (Nanoseconds, Bytes) = (double.MaxValue, long.MaxValue);
}

namespace Benchmarks;

/// <summary>Compares a whole run of a notebook with <see cref="CompilePeer"/>, in turns, so that both meet the same machine.</summary>
internal static class RunnerRatio
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync(string notebook)
    {
        string[] peer = [typeof(RunnerRatio).Assembly.Location, "compile-peer-once", notebook];
        string[] ours = [MeasuredProgram.Runner, "run", notebook];
        var pairs = new List<(double Peer, double Ours)>();
        for (var round = 0; round <= Rounds; round++)
        {
            pairs.Add((await MillisecondsAsync(peer), await MillisecondsAsync(ours)));
        }

        // The first round fills the disk's cache.
        pairs.RemoveAt(0);
        Console.WriteLine($"peer  median {Median(pairs.Select(pair => pair.Peer)):0} ms, best {pairs.Min(pair => pair.Peer):0} ms");
        Console.WriteLine($"run   median {Median(pairs.Select(pair => pair.Ours)):0} ms, best {pairs.Min(pair => pair.Ours):0} ms");
        Console.WriteLine($"ratio median {Median(pairs.Select(pair => pair.Ours / pair.Peer)):0.00}");
        return 0;
    }

    private static async Task<double> MillisecondsAsync(string[] arguments) =>
        (await MeasuredProgram.RunAsync(arguments)).Wall.TotalMilliseconds;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

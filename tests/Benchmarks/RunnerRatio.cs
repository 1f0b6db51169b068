using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>Compares a whole run of a notebook with <see cref="CompilePeer"/>, in turns, so that both meet the same machine.</summary>
internal static class RunnerRatio
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync(string notebook)
    {
        var runner = Path.Combine(Root(), "shared", "Handouts", "bin", "Release", "net10.0", "Handouts.dll");
        string[] peer = [typeof(RunnerRatio).Assembly.Location, "compile-peer-once", notebook];
        string[] ours = [runner, "run", notebook];
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

    private static async Task<double> MillisecondsAsync(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Host(), arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {output}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Host() =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Course.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Course.slnx is not found above the benchmarks.");
        }

        return folder.FullName;
    }
}

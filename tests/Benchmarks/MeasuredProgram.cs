using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>A program that was run to its end, and what it cost.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Processor">Of all processors, the processes that it started and waited for included; zero where the system does not tell.</param>
/// <param name="PeakMegabytes">The most memory that it and its children had at once, seen every 50 ms; zero where the system does not tell.</param>
/// <param name="Output">What it printed.</param>
internal sealed record MeasuredProgram(TimeSpan Wall, TimeSpan Processor, double PeakMegabytes, string Output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>The console program, optimised.</summary>
    public static string Runner { get; } = Path.Combine(Root, "shared", "Handouts", "bin", "Release", "net10.0", "Handouts.dll");

    /// <summary>The repository.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Course.slnx")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Course.slnx is not found above the benchmarks.");
            }

            return folder.FullName;
        }
    }

    /// <summary>Runs a .NET program.</summary>
    /// <exception cref="InvalidOperationException">Its exit code is not 0.</exception>
    public static async Task<MeasuredProgram> RunAsync(params IEnumerable<string> arguments)
    {
        var before = ProcessorOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Host(), arguments) { RedirectStandardOutput = true, WorkingDirectory = Root })!;
        var peak = PeakAsync(process);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new MeasuredProgram(watch.Elapsed, ProcessorOfChildren() - before, await peak, output)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {output}");
    }

    private static async Task<double> PeakAsync(Process process)
    {
        var peak = 0.0;
        while (OperatingSystem.IsLinux() && !process.HasExited)
        {
            peak = Math.Max(peak, Family(process.Id).Sum(Kilobytes) / 1024.0);
            await Task.Delay(Look);
        }

        return peak;
    }

    /// <summary>A process and its children.</summary>
    private static IEnumerable<int> Family(int id)
    {
        yield return id;
        foreach (var child in Read($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return int.Parse(child, CultureInfo.InvariantCulture);
        }
    }

    private static long Kilobytes(int id)
    {
        var line = Read($"/proc/{id}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>User and system time of the children that this process has waited for, in hundredths of a second (proc(5), cutime and cstime).</summary>
    private static TimeSpan ProcessorOfChildren()
    {
        var fields = Read("/proc/self/stat").Split(' ');
        return fields.Length < 17
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds((long.Parse(fields[15], CultureInfo.InvariantCulture) + long.Parse(fields[16], CultureInfo.InvariantCulture)) / 100.0);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Host() =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}

using System.Diagnostics;

namespace AsyncAtScale.Vendors;

/// <summary>
/// A client that starts all its calls at once, in a process of its own that may open few files and sockets: what it
/// runs out of, nobody else does. Needs a shell with <c>ulimit</c>: Linux and macOS have one.
/// </summary>
/// <param name="ExitCode">With which code the process ended; null where the system knows no such limit.</param>
/// <param name="Output">What it printed: how many calls ended how.</param>
public sealed record StarvedClient(int? ExitCode, string Output)
{
    /// <summary>Runs the client.</summary>
    /// <param name="program">Where Vendor.dll lies.</param>
    /// <param name="address">The region that it asks, with a slash at the end.</param>
    /// <param name="calls">How many calls it starts at once.</param>
    /// <param name="descriptors">How many descriptors it may hold; the runtime itself needs about seventy.</param>
    /// <param name="isPrepared">Whether it loads beforehand what the runtime needs for answers and errors.</param>
    public static async Task<StarvedClient> RunAsync(string program, Uri address, int calls, int descriptors, bool isPrepared = true)
    {
        if (OperatingSystem.IsWindows())
        {
            return new StarvedClient(null, "");
        }

        var client = $"ulimit -n {descriptors}; exec dotnet \"$0\" naive-client \"$1\" {calls}" + (isPrepared ? "" : " --unprepared");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", client, program, $"{address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" }, // a process that dies on purpose leaves no dump
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new StarvedClient(process.ExitCode, (output + await errors).Trim());
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Handouts.Execution.Child;

namespace Handouts.Tests.Interruption;

/// <summary>The processes that a test has started, with all that they have started: each inherits a mark in its environment.</summary>
internal sealed class MarkedProcesses
{
    /// <summary>For a machine that is busy with other things.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private const string Variable = "HANDOUTS_TEST_MARK";

    private readonly string _mark = Guid.NewGuid().ToString("N");

    /// <summary>Starts a program in a process group of its own, so that Ctrl-C can be sent to all of it.</summary>
    public Process Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("setsid", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Variable] = _mark;
        return Process.Start(start)!;
    }

    /// <summary>The child processes that run cells.</summary>
    public IEnumerable<int> Children() => All().Where(id => Read(id, "cmdline").Contains(ChildProgram.Argument, StringComparison.Ordinal));

    /// <summary>Waits until no process is left; true if that came.</summary>
    public async Task<bool> AreGoneAsync()
    {
        var watch = Stopwatch.StartNew();
        while (All().Any() && watch.Elapsed < Patience)
        {
            await Task.Delay(10);
        }

        return !All().Any();
    }

    public static async Task SendAsync(string signal, string processes)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-s", signal, "--", processes]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    private IEnumerable<int> All() => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && Read(id, "environ").Contains($"{Variable}={_mark}", StringComparison.Ordinal));

    /// <summary>Empty for a process that has ended meanwhile, or has ended and is not yet collected.</summary>
    private static string Read(int id, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{id}/{file}"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

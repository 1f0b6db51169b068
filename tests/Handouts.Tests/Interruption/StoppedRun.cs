using System.Diagnostics;
using System.Globalization;
using Handouts.Execution;

namespace Handouts.Tests.Interruption;

/// <summary>Ways to stop the program.</summary>
internal enum Stop
{
    /// <summary>Ctrl-C: the signal reaches the parent and its children.</summary>
    CtrlC,

    /// <summary>A polite request to end.</summary>
    Terminate,

    /// <summary>kill -9 of the parent.</summary>
    Kill,

    /// <summary>kill -9 of a child.</summary>
    KillChild,
}

/// <summary>Starts the program and stops it, at a random moment or at the moment at which it begins to write a file.</summary>
/// <param name="root">The course's folder.</param>
/// <param name="arguments">What is asked of the program.</param>
internal sealed class StoppedRun(string root, string[] arguments)
{
    private readonly MarkedProcesses _processes = new();

    /// <summary>Runs it to its end; the time that it takes.</summary>
    public async Task<TimeSpan> CompleteAsync()
    {
        var watch = Stopwatch.StartNew();
        using var process = Start();
        var (code, error) = await EndAsync(process);
        Assert.Equal((ExitCodes.Good, ""), (code, error));
        Assert.True(await _processes.AreGoneAsync(), "a process was left behind");
        return watch.Elapsed;
    }

    /// <summary>Stops it after a while, or earlier when it begins to write, then waits until all its processes are gone.</summary>
    public async Task StopAsync(Stop stop, TimeSpan after, bool atAWrite)
    {
        using var writes = new FileSystemWatcher(root, "*.tmp") { IncludeSubdirectories = true };
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        writes.Created += (_, _) => written.TrySetResult();
        writes.EnableRaisingEvents = atAWrite;
        using var process = Start();
        var end = EndAsync(process);
        await Task.WhenAny(end, atAWrite ? written.Task : Task.Delay(after));
        await StopAsync(stop, process);
        var (code, error) = await end;
        Assert.Contains(code, ExitCodesOf(stop));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.True(await _processes.AreGoneAsync(), "a process was left behind");
    }

    private Process Start() => _processes.Start(root, "dotnet", [typeof(NotebookRunner).Assembly.Location, .. arguments]);

    private async Task StopAsync(Stop stop, Process process)
    {
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        switch (stop)
        {
            case Stop.CtrlC:
                await MarkedProcesses.SendAsync("INT", "-" + id);
                break;
            case Stop.Terminate:
                await MarkedProcesses.SendAsync("TERM", id);
                break;
            case Stop.Kill:
                process.Kill();
                break;
            default:
                await MarkedProcesses.SendAsync("KILL", _processes.Children().FirstOrDefault(int.MaxValue).ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private static async Task<(int Code, string Error)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(MarkedProcesses.Patience);
        await output;
        return (process.ExitCode, await error);
    }

    /// <summary>It may also have been done already, or not yet have begun to listen to signals.</summary>
    private static int[] ExitCodesOf(Stop stop) => stop switch
    {
        Stop.CtrlC => [ExitCodes.Good, ExitCodes.Interrupted, 128 + 2],
        Stop.Terminate => [ExitCodes.Good, ExitCodes.Interrupted, 128 + 15],
        Stop.Kill => [ExitCodes.Good, 128 + 9],
        _ => [ExitCodes.Good, ExitCodes.Findings],
    };
}

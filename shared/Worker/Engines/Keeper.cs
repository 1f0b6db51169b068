using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Worker.Engines;

/// <summary>
/// The process that keeps the engines: it starts them, says where they are, and ends them and their folder when its standard
/// input closes, which the system does when the process at the other end ends, whatever ends it. It is no child of that process,
/// in a session of its own, and hears no signal of its terminal: who kills the whole family there, or its group, must not leave
/// the engines without a keeper.
/// </summary>
internal static partial class Keeper
{
    /// <summary>What is asked of it, and what it answers.</summary>
    public const string Restart = "restart", Ready = "ready", Problem = "problem";

    [UnsupportedOSPlatform("windows")]
    public static async Task<int> RunAsync()
    {
        try
        {
            return await KeepAsync();
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            Say($"{Problem} {problem.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<int> KeepAsync()
    {
        _ = BeginSession(); // does nothing where the shell's setsid has done it already
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = Heard(PosixSignal.SIGTERM, () => told.TrySetResult());
        using var interrupt = Heard(PosixSignal.SIGINT, () => { });
        using var hangUp = Heard(PosixSignal.SIGHUP, () => { });
        using var folder = new OwnFolder();
        await using var postgres = new PostgresServer(folder);
        await using var rabbit = new RabbitServer(folder);
        await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
        Say($"{Ready} {rabbit.Address} {postgres.Address}");
        await Task.WhenAny(told.Task, Task.Run(() => ListenAsync(rabbit)));
        return 0;
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task ListenAsync(RabbitServer rabbit)
    {
        while (await Console.In.ReadLineAsync() is { } order)
        {
            if (order == Restart)
            {
                await rabbit.RestartAsync();
                Say(Ready);
            }
        }
    }

    /// <summary>The other end of the pipe may be gone; that is no reason to leave the engines behind.</summary>
    private static void Say(string line)
    {
        try
        {
            Console.WriteLine(line);
        }
        catch (IOException)
        {
            // Nobody listens any more.
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int BeginSession();

    private static PosixSignalRegistration Heard(PosixSignal signal, Action then) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true; // the engines end first
        then();
    });
}

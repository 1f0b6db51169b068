using System.IO.Pipes;
using System.Runtime.InteropServices;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>The child process: runs the cells of one notebook and reports to its parent.</summary>
internal static class ChildProgram
{
    /// <summary>The hidden first argument; the second is the name of the pipe to report to.</summary>
    public const string Argument = "__child";

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    /// <summary>How long the parent may take to end this process after its last message.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    public static int Run(string pipeName)
    {
        ProcessGroup.Lead();
        // Ctrl-C reaches the whole group; it is for the parent to say when a child ends.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.Out, PipeOptions.CurrentUserOnly);
        pipe.Connect(ConnectLimit);
        using var outbox = new Outbox(pipe);
        var inbox = new Inbox(Console.OpenStandardInput());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => outbox.Complete();
        new CellSequence(inbox, outbox).Run();
        outbox.Send(new RunEnded());
        if (OperatingSystem.IsWindows())
        {
            Thread.Sleep(EndLimit); // without groups, the parent finds what cells have started only while this process lives
        }

        return 0;
    }
}

using System.Runtime.InteropServices;

namespace Worker.Engines;

/// <summary>A signal of the system to a process; .NET itself can only send the one that kills.</summary>
internal readonly partial record struct Signal(int Number)
{
    /// <summary>Please end, as soon as you can.</summary>
    public static Signal Interrupt => new(2);

    /// <summary>Ends it at once, with no chance to do anything.</summary>
    public static Signal Kill => new(9);

    /// <summary>Please end.</summary>
    public static Signal Terminate => new(15);

    /// <summary>Stands still until <see cref="Continue"/>.</summary>
    public static Signal Stop => new(OperatingSystem.IsMacOS() ? 17 : 19);

    /// <summary>Goes on.</summary>
    public static Signal Continue => new(OperatingSystem.IsMacOS() ? 19 : 18);

    /// <summary>Sends it; a process that is gone gets nothing.</summary>
    public void SendTo(int process) => _ = Send(process, Number);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int process, int signal);
}

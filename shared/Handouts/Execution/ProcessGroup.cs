using System.Runtime.InteropServices;

namespace Handouts.Execution;

/// <summary>
/// The system's process group: unlike the tree of parents and children it holds together when a process in the middle ends.
/// Windows has none.
/// </summary>
internal static partial class ProcessGroup
{
    private const int KillSignal = 9;

    /// <summary>Puts this process at the head of a new group; what it starts from now on belongs to it.</summary>
    public static void Lead()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetGroup(0, 0);
        }
    }

    /// <summary>Ends all processes of a group, at once, its leader among them; a group that is gone gets nothing.</summary>
    /// <param name="leader">The id of the process that leads it, or did.</param>
    public static void Kill(int leader)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Send(-leader, KillSignal);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}

using System.Diagnostics;

namespace Handouts.Execution.Child;

/// <summary>Ends this process when its parent is gone, whatever a cell is doing.</summary>
internal static class ParentWatch
{
    /// <summary>The parent keeps this channel open as long as it lives and sends nothing more on it.</summary>
    public static void Start(Stream fromParent)
    {
        var thread = new Thread(() => Watch(fromParent)) { IsBackground = true, Name = "parent watch" };
        thread.Start();
    }

    private static void Watch(Stream fromParent)
    {
        try
        {
            while (fromParent.ReadByte() >= 0)
            {
                // Nothing is expected.
            }
        }
        catch (IOException)
        {
            // Gone as well.
        }

        // Not Environment.Exit: a cell could hold that up.
        Process.GetCurrentProcess().Kill();
    }
}

using System.Diagnostics;

namespace Handouts.Execution;

/// <summary>A process and those that it and its children have started.</summary>
internal static class ProcessTree
{
    /// <summary>Ends all of them, at once.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }
}

using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Mutation;

/// <summary>
/// Waits for a process and tells when it hangs. On a busy machine the clock on the wall says little: what counts is how
/// much the process has computed, and whether it wants to.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer than any test is idle on purpose: none of its threads wants to run.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(8);

    /// <returns>False if the process hung and was ended.</returns>
    /// <param name="process">The process, started.</param>
    /// <param name="limit">The processor time that it may use; it may take four times as long.</param>
    public static bool WaitFor(Process process, TimeSpan limit)
    {
        var (all, idle) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        while (!process.WaitForExit(Tick))
        {
            process.Refresh();
            var (used, wantsToRun) = Look(process);
            if (wantsToRun)
            {
                idle.Restart();
            }

            if (used > limit || idle.Elapsed > LongestIdle || all.Elapsed > 4 * limit)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                return false;
            }
        }

        return true;
    }

    private static (TimeSpan Used, bool WantsToRun) Look(Process process)
    {
        try
        {
            return (process.TotalProcessorTime, process.Threads.Cast<ProcessThread>().Any(thread => thread.ThreadState == ThreadState.Running));
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return (TimeSpan.Zero, true); // it, or one of its threads, has just ended
        }
    }
}

using Handouts.Execution;

namespace Handouts.Commands;

/// <summary>The exit code that tells how runs ended.</summary>
internal static class RunExit
{
    public static int CodeOf(IReadOnlyCollection<NotebookRun> runs) =>
        runs.Any(run => run.Culprit?.State == CellState.TimedOut) ? ExitCodes.TimeLimit
        : runs.All(run => run.IsGood) ? ExitCodes.Good
        : ExitCodes.Findings;
}

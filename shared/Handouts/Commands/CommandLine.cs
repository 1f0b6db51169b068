using System.CommandLine;
using System.Runtime.InteropServices;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The program's commands, and what every one of them does about mistakes and interruption.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Interrupt(signal, interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Interrupt(signal, interrupted));
        try
        {
            return await InvokeAsync(args, interrupted.Token);
        }
        catch (Exception problem) when (problem is UsageException or NotebookFormatException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCodes.Interrupted;
        }
    }

    private static async Task<int> InvokeAsync(string[] args, CancellationToken token)
    {
        var root = new RootCommand("Async at Scale: runs, checks and exports the course's notebooks.")
        {
            RunCommand.Create(), CheckCommand.Create(), ExportCommand.Create(),
        };
        var parsed = root.Parse(args is [] ? [ExportCommand.Name] : args);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, token);
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    private static void Interrupt(PosixSignalContext signal, CancellationTokenSource interrupted)
    {
        signal.Cancel = true;
        interrupted.Cancel();
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The program's commands, and what every one of them does about mistakes and interruption.</summary>
internal static partial class CommandLine
{
    /// <summary>Characters: what a mistake in a file can make of a sentence that quotes it.</summary>
    private const int MessageLimit = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Interrupt(signal, interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Interrupt(signal, interrupted));
        try
        {
            return await InvokeAsync(args, interrupted.Token);
        }
        catch (Exception problem) when (problem is UsageException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(OneLine(problem.Message));
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
        var root = new RootCommand("Async at Scale: runs, checks and exports the course's notebooks. Without a command it exports.")
        {
            RunCommand.Create(), CheckCommand.Create(), ExportCommand.Create(),
        };
        HelpWithExamples.AddTo(root);
        var parsed = root.Parse(NamesACommand(root, args) ? args : [ExportCommand.Name, .. args]);
        return parsed.Errors.Count > 0
            ? throw new UsageException(Sentence(parsed))
            : await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, token);
    }

    private static bool NamesACommand(RootCommand root, string[] args) =>
        args is [var first, ..]
        && (root.Subcommands.Any(command => command.Name == first) || root.Options.Any(option => option.Name == first || option.Aliases.Contains(first)));

    /// <summary>What is wrong on one line: a mistyped word rather than what is missing because of it.</summary>
    private static string Sentence(ParseResult parsed)
    {
        var error = parsed.UnmatchedTokens.Count > 0
            ? $"'{parsed.UnmatchedTokens[0]}' is no command or option here"
            : Sentence(parsed.Errors[0]);
        return $"{error}: --help says what can be asked for.";
    }

    /// <summary>The parser's sentences speak to a programmer: of types, and of arguments without the option that they belong to.</summary>
    private static string Sentence(ParseError error)
    {
        var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        var option = (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult)?.Option.Name;
        return NoNumber().Match(message) is { Success: true } number ? $"{option} takes a number, not '{number.Groups[1]}'"
            : NoChoice().Match(message) is { Success: true } choice
                ? $"{option} takes {choice.Groups[2].Value.Replace("' '", "' or '", StringComparison.Ordinal)}, not '{choice.Groups[1]}'"
            : NoValue().IsMatch(message) ? $"{option} needs a value after it"
            : message;
    }

    /// <summary>A message may quote a file: nothing in it may break the line or command the terminal.</summary>
    private static string OneLine(string message)
    {
        var line = Printable.Of(message).ReplaceLineEndings(" ");
        return line.Length <= MessageLimit ? line : line[..MessageLimit] + "…";
    }

    private static void Interrupt(PosixSignalContext signal, CancellationTokenSource interrupted)
    {
        signal.Cancel = true;
        interrupted.Cancel();
    }

    [GeneratedRegex("^Cannot parse argument '(.*)' for option '--\\w+' as expected type ")]
    private static partial Regex NoNumber();

    [GeneratedRegex("^Argument '(.*)' not recognized. Must be one of: (.*)$")]
    private static partial Regex NoChoice();

    [GeneratedRegex("^Required argument missing for option")]
    private static partial Regex NoValue();
}

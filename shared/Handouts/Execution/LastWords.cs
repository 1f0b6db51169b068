using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>What is known of a process that ended while a cell was running.</summary>
/// <param name="ExitCode">Its exit code; 128 + n if signal n ended it.</param>
/// <param name="Error">The first part of its standard error: the runtime says there what happened.</param>
internal sealed record LastWords(int ExitCode, string Error)
{
    private const int FrameLimit = 8;

    /// <summary>Why the process ended, as an error of the cell that was running.</summary>
    public ErrorOutput ToError(string place)
    {
        if (Error.Contains("Stack overflow", StringComparison.Ordinal))
        {
            return new ErrorOutput(
                "StackOverflow", $"{place} overflowed the stack, which ends the process.", Frames());
        }

        if (Line("Process terminated.") is { } terminated)
        {
            return new ErrorOutput("FailFast", $"{place} ended the process: {terminated}", Frames());
        }

        if (Line("Unhandled exception.") is { } unhandled)
        {
            return new ErrorOutput(
                "UnhandledException", $"{place} let an exception escape on a thread of its own: {unhandled}", Frames());
        }

        return new ErrorOutput(
            "ProcessEnded", $"{place} ended the process (exit code {ExitCode}); a cell should return instead.", []);
    }

    /// <summary>The line that begins with a phrase of the runtime, with the line after it where that is the message.</summary>
    private string? Line(string phrase)
    {
        var lines = Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(lines, line => line.StartsWith(phrase, StringComparison.Ordinal));
        return at < 0 ? null
            : lines[at].Length > phrase.Length ? lines[at][phrase.Length..].Trim()
            : at + 1 < lines.Length ? lines[at + 1]
            : phrase;
    }

    private List<string> Frames() =>
        [.. Error.Split('\n')
            .Where(line => line.Contains("Submission#", StringComparison.Ordinal))
            .Select(line => "   " + line.Trim())
            .Distinct()
            .Take(FrameLimit)];
}

using Microsoft.CodeAnalysis.Text;

namespace Mutation;

/// <summary>One small change of the library, which a test should notice.</summary>
/// <param name="Path">The file, from the library's folder on: "Loop/TimerQueue.cs".</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Before">The text that is replaced.</param>
/// <param name="After">The text put in its place.</param>
internal sealed record Mutant(string Path, TextSpan Span, int Line, string Before, string After)
{
    /// <summary>Stays the same when other lines of the file move: the change, and which of its kind it is in the file.</summary>
    public required string Key { get; init; }

    public override string ToString() => $"{Path}:{Line}  {OneLine(Before)}  →  {OneLine(After)}";

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "(nothing)" : line.Length > 90 ? line[..87] + "..." : line;
    }
}

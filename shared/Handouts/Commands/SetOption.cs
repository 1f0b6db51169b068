using System.CommandLine;
using Handouts.Execution;

namespace Handouts.Commands;

/// <summary>The option <c>--set NAME=EXPRESSION</c>.</summary>
internal static class SetOption
{
    public static Option<string[]> Create() => new("--set")
    {
        Description = "Gives a variable of a parameters cell another value; may be repeated.",
        HelpName = "NAME=EXPRESSION",
        DefaultValueFactory = _ => [],
    };

    /// <exception cref="UsageException">One has no name or no expression.</exception>
    public static IReadOnlyList<Assignment> Parse(IEnumerable<string> given) => [.. given.Select(Parse)];

    private static Assignment Parse(string given)
    {
        var parts = given.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } name, { Length: > 0 } expression] && name.All(c => char.IsLetterOrDigit(c) || c == '_')
            ? new Assignment(name, expression)
            : throw new UsageException($"--set {given} is not NAME=EXPRESSION, for example --set permits=5.");
    }
}

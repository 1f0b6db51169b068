using System.Text.RegularExpressions;

namespace Handouts.Notebooks.Contracts;

/// <summary>Warnings that the compiler printed into a cell's output.</summary>
internal static partial class CompilerWarnings
{
    public static IEnumerable<string> In(IEnumerable<Output> outputs) =>
        outputs.OfType<StreamOutput>()
            .Where(stream => stream.Name == "stderr")
            .SelectMany(stream => Warning().Matches(stream.Text).Select(match => match.Value));

    [GeneratedRegex(@"^.*\(\d+,\d+\): warning .*$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}

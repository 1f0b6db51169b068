namespace Handouts.Notebooks.Contracts;

/// <summary>Outputs as lines that can be compared one by one, each with what it is part of.</summary>
internal static class OutputLines
{
    /// <summary>The lines of all outputs; how console text was cut into pieces makes no difference.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Output> outputs) => [.. Joined(outputs).SelectMany(Lines)];

    private static IEnumerable<string> Lines(Output output) => output switch
    {
        StreamOutput stream => TextLines(stream.Name, stream.Text),
        DisplayOutput display => display.Data.OrderBy(form => form.Key, StringComparer.Ordinal)
            .SelectMany(form => TextLines($"{(display.IsResult ? "result" : "display")} {form.Key}", form.Value)),
        ErrorOutput error => TextLines("error", $"{error.Name}: {error.Message}"),
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static IEnumerable<string> TextLines(string kind, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return (lines is [.., ""] ? lines[..^1] : lines).Select(line => $"{kind} | {line}");
    }

    private static List<Output> Joined(IEnumerable<Output> outputs)
    {
        var joined = new List<Output>();
        foreach (var output in outputs)
        {
            if (output is StreamOutput next && joined is [.., StreamOutput last] && last.Name == next.Name)
            {
                joined[^1] = last with { Text = last.Text + next.Text };
            }
            else
            {
                joined.Add(output);
            }
        }

        return joined;
    }
}

namespace Handouts.Notebooks;

/// <summary>A short name for what kind of thing an output is, whatever it says.</summary>
internal static class OutputKind
{
    /// <summary>"stdout", "display text/html text/plain", "result text/plain", "error TimeoutException".</summary>
    public static string Of(Output output) => output switch
    {
        StreamOutput stream => stream.Name,
        DisplayOutput display =>
            $"{(display.IsResult ? "result" : "display")} {string.Join(' ', display.Data.Keys.Order(StringComparer.Ordinal))}",
        ErrorOutput error => $"error {error.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };
}

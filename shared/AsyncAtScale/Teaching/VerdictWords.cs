namespace AsyncAtScale.Teaching;

/// <summary>Verdicts in words, and back.</summary>
internal static class VerdictWords
{
    /// <summary>
    /// "true" and "false" as they stand; "true, if …" is imprecise by the list's own definition: it holds under a
    /// condition that the claim does not name. A remark in brackets is no condition.
    /// </summary>
    public static Verdict Read(string words)
    {
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        return (bracket < 0 ? words : words[..bracket]).Trim() switch
        {
            "true" => Verdict.True,
            "advice" => Verdict.Advice,
            var text when text.StartsWith("false", StringComparison.Ordinal) => Verdict.False,
            _ => Verdict.Imprecise,
        };
    }

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NoCounterpart => "no counterpart",
        Verdict.Untried => "not tried",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.True => "✓",
        Verdict.False => "✗",
        Verdict.Imprecise => "≈",
        Verdict.Advice => "→",
        Verdict.NoCounterpart => "–",
        _ => "?",
    };

    /// <summary>What an observation does to the claim, in a word.</summary>
    public static string Side(bool? supports) => supports switch
    {
        true => "for",
        false => "against",
        null => "note",
    };
}

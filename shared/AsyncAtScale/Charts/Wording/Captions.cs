using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>What happens at one moment, in a sentence made from the record.</summary>
internal static class Captions
{
    /// <summary>A moment in which everything happens is summed up; the table has every lane.</summary>
    private const int MostLetters = 420;

    public static string Of(ChartRun run, Moment moment)
    {
        var parts = Instants(moment).Tell().Concat(Spans(run, moment).Tell()).ToList();
        parts.AddRange(run.Counters.Select(counter => Value(counter, moment.At)).OfType<string>());
        if (run.Timeline.Outcome == Outcome.Deadlock && run.Same(moment.At, run.Timeline.Total))
        {
            parts.Add("no timer is left and nothing can run: deadlock");
        }

        return Drawing.TextWidth.Shorten(parts.Count == 0 ? "nothing new" : string.Join("; ", parts), MostLetters * 6.0);
    }

    private static Clauses Instants(Moment moment)
    {
        var clauses = new Clauses();
        var together = moment.Instants
            .GroupBy(instant => instant.Lane)
            .ToDictionary(lane => lane.Key, lane => lane.Select(instant => instant.Name).ToHashSet());
        foreach (var instant in moment.Instants)
        {
            if (Verbs.Of(instant, together[instant.Lane]) is { } verb)
            {
                clauses.Say(instant.Lane, verb);
            }
        }

        return clauses;
    }

    /// <summary>What only spans tell: clean-up, pauses, later attempts and waits that no instant announces.</summary>
    private static Clauses Spans(ChartRun run, Moment moment)
    {
        var clauses = new Clauses();
        foreach (var span in moment.Ending.Where(span => span.IsCleanUp))
        {
            clauses.Say(span.Lane, "end their clean-up");
        }

        var announced = moment.Instants
            .Where(instant => instant.Name is "arrived" or "tries-again")
            .Select(instant => instant.Lane).ToHashSet();
        foreach (var span in moment.Beginning.Where(span => !run.HasNoLength(span)))
        {
            if (VerbOf(run, span, announced.Contains(span.Lane)) is { } verb)
            {
                clauses.Say(span.Lane, verb);
            }
        }

        return clauses;
    }

    private static string? VerbOf(ChartRun run, Span span, bool isAnnounced) => span.Activity switch
    {
        Activity.Backoff => "pause for " + SpanWords.Length(run, span),
        Activity.Waiting when isAnnounced => null,
        Activity.Waiting => Plural(WaitWords.Of(span).Long),
        _ when span.IsCleanUp => "clean up",
        Activity.Running when span.Label is { } label && IsLaterAttempt(label) => "start " + label,
        _ => null,
    };

    private static bool IsLaterAttempt(string label) =>
        label.StartsWith("attempt ", StringComparison.Ordinal) && label != "attempt 1";

    /// <summary>"waits for a permit" of several lanes: "wait for a permit".</summary>
    private static string Plural(string phrase)
    {
        var end = phrase.IndexOfAny([' ', ':']) is var at && at < 0 ? phrase.Length : at;
        return phrase[..end].TrimEnd('s') + phrase[end..];
    }

    private static string? Value(Counter counter, TimeSpan at)
    {
        var (low, high) = (0, counter.Points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = counter.Points[middle].At <= at ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? CounterWords.Phrase(counter, counter.Points[low - 1].Value) : null;
    }
}

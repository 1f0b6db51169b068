using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The word beside the last mark of a row, where the mark alone would not say enough.</summary>
internal static class OutcomeWord
{
    private const double MostPixels = 150;

    /// <summary>The word, or null if the row just finished or goes on.</summary>
    public static string? Of(ChartRun run, ChartRow row) =>
        (row.Spans is [.., var last] ? After(run, last) : OfInstant(row.Instants[^1], row.Instants)) is { } word
            ? TextWidth.Shorten(word, MostPixels)
            : null;

    private static string? After(ChartRun run, Span last)
    {
        var instants = run.InstantsAt(last.Lane, last.End).ToList();
        if (instants.Exists(instant => instant.Name == "gave-up"))
        {
            return "gave up";
        }

        if (last.Ending == Ending.Abandoned)
        {
            return "left behind";
        }

        return EndMark.Of(run, last)?.Kind switch
        {
            MarkKind.Wins => "wins",
            MarkKind.Cancelled when !run.HasNoLength(last) => "cancelled",
            MarkKind.TimedOut => "timed out",
            MarkKind.Failed => ErrorIn(instants) ?? RefusalIn(instants) ?? "raises",
            _ => null,
        };
    }

    private static string? OfInstant(Instant last, IReadOnlyList<Instant> all) => EndMark.Of(last).Kind switch
    {
        MarkKind.Failed => ErrorIn([last]) ?? RefusalIn([last]) ?? "failed",
        MarkKind.Cancelled => "cancelled before it began",
        MarkKind.TimedOut => "timed out",
        MarkKind.Finished => null,
        _ when all.Any(instant => instant.Name == "arrived") => "passes at once",
        _ => Words.Spaced(last.Name),
    };

    private static string? ErrorIn(IReadOnlyList<Instant> instants) =>
        instants.Select(instant => Answers.Text(instant, "error")).FirstOrDefault(error => error is not null);

    private static string? RefusalIn(IReadOnlyList<Instant> instants) =>
        instants.Select(Answers.StatusOf).FirstOrDefault(status => status is not null)?.ToString();
}

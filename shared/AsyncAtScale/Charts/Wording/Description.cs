using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The picture in words, for those who hear it.</summary>
internal static class Description
{
    private const int MostLetters = 900;

    public static string Of(ChartRun run) => OfRun(run) + GhostWords.Of(run.Ghost);

    private static string OfRun(ChartRun run)
    {
        var text = "";
        foreach (var row in run.Rows)
        {
            var sentence = Row(run, row);
            if (text.Length + sentence.Length > MostLetters)
            {
                return text + "the table below has the rest.";
            }

            text += sentence + "; ";
        }

        return text + string.Join("; ", run.Counters.Select(Counter)) + (run.Counters.Count > 0 ? "." : "");
    }

    private static string Row(ChartRun run, ChartRow row)
    {
        var name = LaneNames.Short(row.Name) + ChartFrame.Multiplier(row);
        if (row.Spans.Count == 0)
        {
            return $"{name}: {OutcomeWord.Of(run, row) ?? "finished"} at {Words.Seconds(row.Instants[^1].At)}";
        }

        return $"{name}: " + string.Join(", ", row.Spans.Select(span =>
            $"{TextWidth.Shorten(SpanWords.State(run, span), 200)} {Words.Figure(span.Start)} to {(span.End is { } end ? Words.Figure(end) : "never")}"));
    }

    private static string Counter(Timelines.Counter counter) =>
        $"{Words.Spaced(LaneNames.Short(counter.Name))}: {CounterWords.Peak(counter)}";
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The picture as a table: nothing is shortened, nothing left out.</summary>
internal static class DataTable
{
    private const int LongestLine = 80;

    private static readonly string[] Heads = ["Lane", "State", "Label", "From (s)", "To (s)", "Takes (s)"];

    public static Markup Draw(ChartRun run)
    {
        var knowsCauses = run.Timeline.Wakes.Count > 0;
        var rows = run.Rows.SelectMany(row => row.Spans.Count > 0
            ? row.Spans.Select(span => Row(run, row, span, knowsCauses))
            : [OnlyInstants(row)]);
        var heads = Heads.Concat(knowsCauses ? ["Cause"] : []);
        return Markup.Of($"""<div class="ov" tabindex="0" role="group" aria-label="Data"><table><thead><tr>{Markup.Join(heads.Select(head => Markup.Of($"""<th scope="col">{head}""")))}<tbody>{Markup.Join(rows)}</table></div>""");
    }

    private static Markup Row(ChartRun run, ChartRow row, Span span, bool knowsCauses)
    {
        var end = span.End is { } time ? Words.Figure(time) : span.Ending == Ending.Stuck ? "never" : "–";
        var takes = span.Duration is { } duration ? Words.Figure(duration) : "–";
        var cause = knowsCauses ? Cells([CauseWords.Of(run, span)]) : Markup.Empty;
        return Head(row) + Cells([SpanWords.State(run, span), span.Label, Words.Figure(span.Start), end, takes]) + cause;
    }

    private static Markup OnlyInstants(ChartRow row)
    {
        var last = row.Instants[^1];
        var at = Words.Figure(last.At);
        var status = Answers.StatusOf(last) is { } number ? $" {number}" : "";
        return Head(row) + Cells([Words.Spaced(last.Name) + status, "", at, at, "0"]);
    }

    private static Markup Head(ChartRow row) =>
        Markup.Of($"""<tr><th scope="row">{Text(row.Name + ChartFrame.Multiplier(row))}""");

    private static Markup Cells(IEnumerable<string?> cells) =>
        Markup.Join(cells.Select(cell => Markup.Of($"<td>{Text(cell ?? "")}")));

    /// <summary>What is longer than a line is broken, everything else stays on one; names keep their direction.</summary>
    private static Markup Text(string text) => text.Length > LongestLine
        ? Markup.Of($"""<bdi class="wrap">{text}</bdi>""")
        : Words.Isolate(text) == text ? Markup.Of($"{text}") : Markup.Of($"<bdi>{text}</bdi>");
}

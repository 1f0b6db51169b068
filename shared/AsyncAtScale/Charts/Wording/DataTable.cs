using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The picture as a table: nothing is shortened, nothing left out.</summary>
internal static class DataTable
{
    public static Markup Draw(ChartRun run)
    {
        var rows = run.Rows.SelectMany(row => row.Spans.Count > 0
            ? row.Spans.Select(span => Row(run, row, span))
            : [OnlyInstants(row)]);
        return Markup.Of($"""<div class="ov"><table><thead><tr><th scope="col">Lane<th scope="col">State<th scope="col">Label<th scope="col">From (s)<th scope="col">To (s)<th scope="col">Takes (s)<th scope="col">Cause<tbody>{Markup.Join(rows)}</table></div>""");
    }

    private static Markup Row(ChartRun run, ChartRow row, Span span)
    {
        var end = span.End is { } time ? Words.Figure(time) : span.Ending == Ending.Stuck ? "never" : "–";
        var takes = span.Duration is { } duration ? Words.Figure(duration) : "–";
        return Cells(Name(row), SpanWords.State(run, span), span.Label ?? "", Words.Figure(span.Start), end, takes, CauseWords.Of(run, span));
    }

    private static Markup OnlyInstants(ChartRow row)
    {
        var last = row.Instants[^1];
        var at = Words.Figure(last.At);
        var status = Answers.StatusOf(last) is { } number ? $" {number}" : "";
        return Cells(Name(row), Words.Spaced(last.Name) + status, "", at, at, "0", "");
    }

    private static string Name(ChartRow row) => row.Name + ChartFrame.Multiplier(row);

    private static Markup Cells(string lane, params string[] cells) =>
        Markup.Of($"""<tr><th scope="row"><bdi>{lane}</bdi>{Markup.Join(cells.Select(cell => Markup.Of($"<td>{cell}")))}""");
}

using System.Globalization;
using System.Text;

namespace AsyncAtScale.Timelines;

/// <summary>
/// Writes a timeline as a table for spreadsheets and data tools: comma-separated values as in
/// <see href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</see>, a line a span.
/// </summary>
/// <remarks>
/// Lines end with CR LF; a cell with a comma, a quotation mark or a control character is quoted. Numbers are seconds with a
/// decimal point, whatever the culture. A name that a spreadsheet would take for a formula (it begins with <c>= + - @</c>, a tab or
/// a carriage return) gets an apostrophe in front, as OWASP advises: such a cell is not the name to the letter. For the whole
/// record, instants, counters and wakes included, take <see cref="TimelineFormat.ToJson"/>.
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("One call", () => Demo.Lane("call", () => Demo.Work(0.5, "page")));
/// run.Timeline.ToCsv().Split("\r\n")[1] // call,running,normal,page,,0,0.5,0.5
/// </code>
/// </example>
public static class TimelineCsv
{
    private const string Head = "lane,activity,ending,label,reason,start_s,end_s,duration_s";
    private const string LineEnd = "\r\n";
    private const string Formulas = "=+-@\t\r";

    /// <summary>The spans as a table, in order of start; the last two cells of a span that never ended are empty.</summary>
    public static string ToCsv(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var text = new StringBuilder(Head).Append(LineEnd);
        foreach (var span in timeline.Spans)
        {
            string[] cells =
            [
                Text(span.Lane), StateNames.Of(span.Activity), StateNames.Of(span.Ending), Text(span.Label), Text(span.Reason),
                Seconds(span.Start), Seconds(span.End), Seconds(span.Duration),
            ];
            text.AppendJoin(',', cells).Append(LineEnd);
        }

        return text.ToString();
    }

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? TimelineFormat.Seconds(known).ToString("0.######", CultureInfo.InvariantCulture) : "";

    private static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.Any(letter => letter is ',' or '"' || char.IsControl(letter)) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The bars: a trace for each look, so that the legend names it once; a place and a length for each span.</summary>
internal static class BarTraces
{
    private const double Thickness = 0.68;
    private const double MostPixels = 300;

    public static IEnumerable<PlotlyTrace> Of(ChartRun run, TimeAxis axis) =>
        from bar in run.Rows.SelectMany((row, index) => row.Spans.Select(span => (Row: index, Span: span)))
        where !run.HasNoLength(bar.Span)
        group bar by SpanLooks.Of(bar.Span) into looks
        orderby looks.Key
        select Trace(run, axis, looks.Key, [.. looks]);

    private static PlotlyTrace Trace(ChartRun run, TimeAxis axis, SpanLook look, IReadOnlyList<(int Row, Span Span)> bars) => new()
    {
        Type = "bar",
        Orientation = "h",
        Name = SpanLooks.LegendOf(look),
        Base = [.. bars.Select(bar => Seconds(bar.Span.Start))],
        X = [.. bars.Select(bar => (double?)Math.Round(EndOf(run, axis, bar.Span) - Seconds(bar.Span.Start), 6))],
        Y = [.. bars.Select(bar => (double?)bar.Row)],
        Width = Thickness,
        Text = [.. bars.Select(bar => PlotlyText.Of(SpanWords.InBar(run, bar.Span).Short, MostPixels))],
        TextPosition = "inside",
        InsideTextAnchor = "start",
        TextAngle = 0,
        InsideTextFont = new(FigureColours.LettersOn(look)),
        HoverText = [.. bars.Select(bar => Hover(run, run.Rows[bar.Row], bar.Span))],
        Marker = FigureColours.Of(look),
    };

    /// <summary>A bar that never ends goes on to the end of the axis.</summary>
    public static double EndOf(ChartRun run, TimeAxis axis, Span span) =>
        BarPainter.EndOf(run, span) is { } end ? Seconds(end) : axis.Domain;

    private static string Hover(ChartRun run, ChartRow row, Span span)
    {
        var when = span.End is { } end
            ? $"{Words.Figure(span.Start)} – {Words.Seconds(end)}, {SpanWords.Length(run, span)}"
            : $"from {Words.Seconds(span.Start)} on";
        return PlotlyText.Lines(LaneNames.Short(row.Name) + ChartFrame.Multiplier(row), SpanWords.State(run, span), span.Label ?? "", when, CauseWords.Of(run, span));
    }

    private static double Seconds(TimeSpan time) => TimelineFormat.Seconds(time);
}

using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The marks at the ends of bars: a trace for each kind.</summary>
internal static class MarkTraces
{
    public static IEnumerable<PlotlyTrace> Of(ChartRun run, TimeAxis axis) =>
        from mark in run.Rows.SelectMany((row, index) => MarksOf(run, axis, row).Select(mark => (mark.Kind, mark.At, Row: index)))
        group mark by mark.Kind into kinds
        orderby kinds.Key
        select Trace(run, kinds.Key, [.. kinds.Select(mark => (mark.At, mark.Row))]);

    private static IEnumerable<(MarkKind Kind, double At)> MarksOf(ChartRun run, TimeAxis axis, ChartRow row)
    {
        if (row.Spans.Count == 0)
        {
            return [(EndMark.Of(row.Instants[^1]).Kind, TimelineFormat.Seconds(row.Instants[^1].At))];
        }

        return from span in row.Spans
               let mark = EndMark.Of(run, span) ?? (run.HasNoLength(span) ? new EndMark(MarkKind.Cancelled, true) : null)
               where mark is not null
               select (mark.Value.Kind, BarTraces.EndOf(run, axis, span));
    }

    private static PlotlyTrace Trace(ChartRun run, MarkKind kind, IReadOnlyList<(double At, int Row)> marks) => new()
    {
        Type = "scatter",
        Mode = "markers",
        Name = Glyphs.LegendOf(kind),
        X = [.. marks.Select(mark => (double?)mark.At)],
        Y = [.. marks.Select(mark => (double?)mark.Row)],
        HoverText = [.. marks.Select(mark => PlotlyText.Lines(LaneNames.Short(run.Rows[mark.Row].Name), $"{Glyphs.LegendOf(kind)}, {mark.At} s"))],
        Marker = new(Colour(kind), new(FigureColours.Paper, 1.5), Symbol: Symbol(kind), Size: kind == MarkKind.Finished ? 9 : 12),
        ClipOnAxis = false,
    };

    private static string Colour(MarkKind kind) => kind switch
    {
        MarkKind.Cancelled => Palette.Light("canc"),
        MarkKind.TimedOut => Palette.Light("late"),
        MarkKind.Failed or MarkKind.Stuck => Palette.Light("fail"),
        _ => FigureColours.Ink,
    };

    private static string Symbol(MarkKind kind) => kind switch
    {
        MarkKind.Finished => "circle",
        MarkKind.Wins => "star",
        MarkKind.GoesOn => "triangle-right",
        MarkKind.Cancelled => "x",
        MarkKind.TimedOut => "hourglass",
        MarkKind.Failed => "diamond",
        _ => "octagon",
    };
}

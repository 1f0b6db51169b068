namespace AsyncAtScale.Charts.Plotly;

/// <summary>A limit: a level line from the beginning to the end, which says what it is wherever one points at it.</summary>
internal static class LimitTrace
{
    public static PlotlyTrace Of(string words, double value, double until, PlotlyLine line)
    {
        var text = PlotlyText.Of(words);
        return new PlotlyTrace
        {
            Type = "scatter",
            Mode = "lines",
            Name = text,
            X = [0, until],
            Y = [value, value],
            HoverText = [text, text],
            Line = line,
        };
    }
}

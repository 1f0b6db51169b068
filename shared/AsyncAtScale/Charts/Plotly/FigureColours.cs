using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The colours of the course's charts on white; the script of a page replaces them by those of its theme.</summary>
internal static class FigureColours
{
    public static string Paper { get; } = Palette.PaperLight;

    public static string Ink { get; } = Palette.Light("k");

    public static string Grid { get; } = Palette.Light("g");

    public static string Guess { get; } = Palette.Light("gu");

    public static string Level { get; } = Palette.Light("st");

    public static string Edge { get; } = Palette.Light("ws");

    /// <summary>How the bars of a look are painted: solid counted, striped was lost, pale waits, hollow tidies up.</summary>
    public static PlotlyMarker Of(SpanLook look) => look switch
    {
        SpanLook.Run => new(Palette.Light("run"), new(Paper)),
        SpanLook.Block => new(Palette.Light("block"), Pattern: new("|", Palette.Light("wf"), Solidity: 0.7)),
        SpanLook.Wait => new(Palette.Light("wf"), new(Edge)),
        SpanLook.Pause => new(Paper, new(Edge), new(".", Paper)),
        SpanLook.CleanUp => new(Paper, new(Palette.Light("run"), 2)),
        SpanLook.Cancelled => Striped("canc", "/"),
        SpanLook.Late => Striped("late", "\\"),
        SpanLook.Failed => Striped("fail", "."),
        _ => Striped("fail", "x"),
    };

    /// <summary>Letters on the bars of a look.</summary>
    public static string LettersOn(SpanLook look) => look == SpanLook.Run ? Palette.Light("on") : Ink;

    private static PlotlyMarker Striped(string colour, string shape) =>
        new(Palette.Light(colour), new(Palette.Light(colour)), new(shape, Paper));
}

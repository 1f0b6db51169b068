namespace AsyncAtScale.Charts.Plotly;

/// <summary>What a figure consists of.</summary>
/// <param name="Traces">Bars, lines, marks.</param>
/// <param name="Layout">Title, size, legend.</param>
/// <param name="Axes">The axes by their names in the layout.</param>
internal sealed record FigurePlan(
    IReadOnlyList<PlotlyTrace> Traces, PlotlyLayout Layout, IReadOnlyList<(string Name, PlotlyAxis Axis)> Axes);

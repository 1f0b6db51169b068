using System.Text.Json.Serialization;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The layout of a figure; its axes are written beside it, by their names.</summary>
internal sealed record PlotlyLayout(
    PlotlyTitle Title,
    PlotlyFont Font,
    int Height,
    PlotlyMargin Margin,
    PlotlyLegend Legend)
{
    public static PlotlyLayout Of(string title, int height, PlotlyMargin margin, PlotlyLegend legend) => new(
        new(PlotlyText.Of(title), new(FigureColours.Ink, 15), 0, "left", "paper"),
        new(FigureColours.Ink, 12, "system-ui, sans-serif"),
        height,
        margin,
        legend);

    /// <summary>Bars with places of their own lie as they are; bars that count stand on one another.</summary>
    public string BarMode { get; init; } = "overlay";

    public string HoverMode { get; } = "closest";

    public UniformText UniformText { get; } = new();

    [JsonPropertyName("paper_bgcolor")]
    public string Paper { get; } = FigureColours.Paper;

    [JsonPropertyName("plot_bgcolor")]
    public string Plot { get; } = FigureColours.Paper;
}

/// <summary>A title as an object: text alone is not read from version 4 on.</summary>
internal sealed record PlotlyTitle(string Text, PlotlyFont? Font = null, double? X = null, string? XAnchor = null, string? XRef = null);

/// <summary>In pixels.</summary>
internal sealed record PlotlyMargin(int L, int R, int T, int B);

/// <summary>Below the plot, entries side by side.</summary>
internal sealed record PlotlyLegend(double Y)
{
    public double X { get; }

    public string YAnchor { get; } = "top";

    public string Orientation { get; } = "h";
}

/// <summary>Letters that do not fit into a bar are left out, not shrunk.</summary>
internal sealed record UniformText
{
    public string Mode { get; } = "hide";

    public int MinSize { get; } = 10;
}

/// <summary>An axis. What is null is left to plotly.js.</summary>
internal sealed record PlotlyAxis
{
    public PlotlyTitle? Title { get; init; }

    public IReadOnlyList<double>? Range { get; init; }

    public IReadOnlyList<double>? Domain { get; init; }

    public string? Anchor { get; init; }

    public IReadOnlyList<double>? TickVals { get; init; }

    public IReadOnlyList<string>? TickText { get; init; }

    public string? TickSuffix { get; init; }

    public bool? FixedRange { get; init; }

    public bool ShowGrid { get; init; }

    public string? GridColor { get; init; }

    public bool ZeroLine { get; }
}

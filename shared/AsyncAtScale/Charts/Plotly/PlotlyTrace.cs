namespace AsyncAtScale.Charts.Plotly;

/// <summary>One trace of plotly.js: bars of one look, marks of one kind, a counter. What is null is left out.</summary>
internal sealed record PlotlyTrace
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Seconds: the length of bars, the place of points.</summary>
    public required IReadOnlyList<double?> X { get; init; }

    /// <summary>Numbers of rows, or values.</summary>
    public required IReadOnlyList<double?> Y { get; init; }

    /// <summary>Where each bar begins, in seconds.</summary>
    public IReadOnlyList<double>? Base { get; init; }

    public double? Width { get; init; }

    public string? Orientation { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string>? Text { get; init; }

    public string? TextPosition { get; init; }

    public string? InsideTextAnchor { get; init; }

    public double? TextAngle { get; init; }

    public PlotlyFont? InsideTextFont { get; init; }

    public required IReadOnlyList<string> HoverText { get; init; }

    public string HoverInfo { get; } = "text";

    public PlotlyMarker? Marker { get; init; }

    public PlotlyLine? Line { get; init; }

    public string? Fill { get; init; }

    public string? FillColor { get; init; }

    public bool? ClipOnAxis { get; init; }

    public bool ShowLegend { get; init; } = true;

    /// <summary>The vertical axis, if it is not the first: "y2".</summary>
    public string? YAxis { get; init; }
}

/// <summary>How bars or points are painted.</summary>
internal sealed record PlotlyMarker(
    string Color, PlotlyLine? Line = null, PlotlyPattern? Pattern = null, string? Symbol = null, int? Size = null);

/// <summary>A line or an outline; <paramref name="Shape"/> is "hv" for steps.</summary>
internal sealed record PlotlyLine(string Color, double Width = 1, string? Dash = null, string? Shape = null);

/// <summary>What tells bars apart without colour; versions before 2 do not know it and paint them plain.</summary>
internal sealed record PlotlyPattern(string Shape, string BgColor, double Size = 6, double Solidity = 0.25);

/// <summary>A size in pixels, a colour, a family.</summary>
internal sealed record PlotlyFont(string Color, double? Size = null, string? Family = null);

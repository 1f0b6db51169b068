using AsyncAtScale.Charts.Plotly;
using Plotly.NET;

namespace AsyncAtScale.Interop;

/// <summary>
/// Draws every timeline with Plotly.NET: <c>ChartRenderer.Current = new PlotlyNetRenderer()</c>. The page needs plotly.js;
/// <see cref="Script"/> brings it along.
/// </summary>
public sealed class PlotlyNetRenderer : PlotlyRenderer
{
    /// <summary>The plotly.js inside Plotly.NET, to be shown once: nothing is fetched.</summary>
    /// <exception cref="InvalidOperationException">This version of the package has none.</exception>
    public static PlotlyScript Script()
    {
        var package = typeof(GenericChart).Assembly;
        var name = package.GetManifestResourceNames().FirstOrDefault(IsScript)
            ?? throw new InvalidOperationException($"There is no plotly.js inside {package.GetName()}: take it from a file with PlotlyScript.FromFile.");
        using var reader = new StreamReader(package.GetManifestResourceStream(name)!);
        return new PlotlyScript(reader.ReadToEnd());
    }

    /// <inheritdoc/>
    protected override string Figure(PlotlyFigure figure) => GenericChart.toFigureJson(figure.ToPlotlyNet());

    private static bool IsScript(string resource) =>
        resource.Contains("plotly-", StringComparison.Ordinal) && resource.EndsWith(".min.js", StringComparison.Ordinal);
}

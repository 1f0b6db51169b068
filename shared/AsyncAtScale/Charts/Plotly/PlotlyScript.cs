using AsyncAtScale.Display;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>
/// plotly.js itself, as an output: figures on the same page are drawn by it from then on. It is given as text, from a
/// file or a package: nothing is fetched.
/// </summary>
public sealed class PlotlyScript : HtmlView
{
    private readonly string _source;

    /// <summary>plotly.js from its text.</summary>
    /// <param name="source">The minified script.</param>
    /// <exception cref="ArgumentException">The text is not plotly.js.</exception>
    public PlotlyScript(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Contains("newPlot", StringComparison.Ordinal))
        {
            throw new ArgumentException("This text is not plotly.js: it does not say newPlot. Take plotly.min.js from the package plotly.js-dist-min.", nameof(source));
        }

        _source = source;
    }

    /// <summary>plotly.js from a file.</summary>
    /// <exception cref="ArgumentException">There is no such file, or it is not plotly.js.</exception>
    public static PlotlyScript FromFile(string path) => File.Exists(path)
        ? new(File.ReadAllText(path))
        : throw new ArgumentException($"There is no file {path}: take plotly.min.js from the package plotly.js-dist-min.", nameof(path));

    /// <summary>
    /// The script, kept from module loaders, which would take it for themselves, and from ending its own element.
    /// </summary>
    public override string ToHtml() =>
        "<script>if(!globalThis.Plotly)(function(define,module,exports){" + Closed(_source) + "\n}).call(globalThis);"
        + "dispatchEvent(new Event('course-plotly'))</script>";

    /// <inheritdoc/>
    public override string ToString() => "plotly.js is on the page.";

    private static string Closed(string source) => source
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);
}

using System.Text.Json;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>The script that hands figures to plotly.js: the same in every fragment, to the byte.</summary>
internal static class PageScript
{
    private static readonly Lazy<string> Text = new(() =>
        Resource().Replace("COLOURS", JsonSerializer.Serialize(Palette.Variables), StringComparison.Ordinal));

    public static string Source => Text.Value;

    private static string Resource()
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream("AsyncAtScale.Charts.Plotly.page.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}

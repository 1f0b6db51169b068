using System.Globalization;
using System.Text;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Overview;

/// <summary>A counter under the lanes of a large run: a step area with its peak and its limit, on the same axis.</summary>
internal static class OverviewBand
{
    /// <summary>The height of the area in pixels.</summary>
    public const int Height = 48;

    /// <summary>From band to band: above the area there is room for the limit.</summary>
    public const int Pitch = Height + 26;

    public static Markup Draw(Counter counter, TimeSpan end, int top)
    {
        var most = Math.Max(1, Math.Max(counter.Limit ?? 0, counter.Peak));
        var y = top + Pitch - Height;
        double Y(int value) => Math.Round(Height - ((double)Math.Max(0, value) / most * Height), 1);
        var limit = counter.Limit is { } value
            ? Markup.Of($"""<line class="lim" x2="100%" y1="{Y(value)}" y2="{Y(value)}"/><text class="lt" x="100%" y="{Y(value) - 5}">{CounterWords.Limit(counter, value)}</text>""")
            : Markup.Empty;
        return Markup.Of($"""
            <g class="cn" data-name="{counter.Name}" transform="translate(0,{y})"><svg class="sv" viewBox="0 0 {OverviewLayout.Width} {Height}" preserveAspectRatio="none" width="100%" height="{Height}"><path class="oc" d="{Area(counter, end, Y)}"/></svg>{limit}<line class="base" x2="100%" y1="{Height}" y2="{Height}"/><text class="lb ol" y="{Height - 4}">{TextWidth.Shorten(Words.Spaced(counter.Name), OverviewFigure.MostName - 30, 12)}</text><text class="yn" x="-7" y="{Y(counter.Peak) + 4}">{counter.Peak}</text></g>
            """);
    }

    private static string Area(Counter counter, TimeSpan end, Func<int, double> y)
    {
        var path = new StringBuilder();
        foreach (var point in counter.Points)
        {
            var x = OverviewLayout.X(point.At, end);
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? $"M{Number(x)} {Height}" : $"H{Number(x)}")}V{y(point.Value):0.#}");
        }

        return path.Length == 0 ? "" : path.Append(CultureInfo.InvariantCulture, $"H{OverviewLayout.Width}V{Height}Z").ToString();
    }

    private static string Number(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}

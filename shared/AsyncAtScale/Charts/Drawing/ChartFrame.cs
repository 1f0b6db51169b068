using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The margins of the plot and what fits into it. Whether a text fits is decided here, without a script: the widths
/// a page may give the chart are cut into a few steps, and a text carries the class of the step from which it fits.
/// </summary>
internal sealed class ChartFrame
{
    public const int Pitch = 30;
    public const int AxisHeight = 26;

    /// <summary>The plot of a notebook at its usual width.</summary>
    public const double UsualPlot = 620;

    /// <summary>Widths of the whole chart in pixels, narrow ones first; the index is the step.</summary>
    public static readonly IReadOnlyList<int> Steps = [360, 420, 500, 561, 640, 720, 820, 960, 1920, 3840];

    /// <summary>The widest step without zooming in.</summary>
    private const int Unzoomed = 7;

    /// <summary>Below this width names stand above their bars, and the plot takes the whole width.</summary>
    public const int NarrowBelow = 561;

    /// <summary>Margins go in steps too: few of the sheets that set them differ, and a handout holds each once.</summary>
    public const int MarginStep = 8;
    public const int LeastLeft = 92;
    public const int MostLeft = 172;
    public const int LeastRight = 24;
    public const int MostRight = 136;

    private const int NameGap = 14;

    /// <summary>A bar narrower than this says nothing at the usual width.</summary>
    private const double LeastBar = 24;

    /// <summary>So many moments lie close together at the usual width.</summary>
    private const int ManyMoments = 30;

    /// <summary>One frame for all runs of a figure: their plots begin and end at the same places.</summary>
    public ChartFrame(IReadOnlyList<Panel> panels)
    {
        var names = panels.SelectMany(panel => panel.Run.Rows.Select(row => TextWidth.Of(RowLabel(row), 12))
            .Concat(panel.Run.Counters.Select(counter => TextWidth.Of(Words.Spaced(counter.Name) + "  00", 12))));
        Left = Stepped(names.DefaultIfEmpty().Max() + NameGap, LeastLeft, MostLeft);
        Right = Stepped(panels.Max(panel => panel.Run.Rows.Max(row => WordBeyond(panel.Run, row, panel.Axis))) ?? 0, LeastRight, MostRight);
        OffersZoom = panels.Any(IsDense);
    }

    /// <summary>Whether there is more to see than the usual width shows.</summary>
    public bool OffersZoom { get; }

    /// <summary>Room for the names, in pixels.</summary>
    public int Left { get; }

    /// <summary>Room for the last outcome words, in pixels.</summary>
    public int Right { get; }

    /// <summary>The name of a row, cut to the widest margin there is.</summary>
    public static string RowLabel(ChartRow row) =>
        TextWidth.Shorten(row.Name, MostLeft - NameGap - TextWidth.Of(Multiplier(row), 12), 12) + Multiplier(row);

    public static string Multiplier(ChartRow row) => row.IsFolded ? $" ×{row.Lanes.Count}" : "";

    /// <summary>The first step from which so many pixels fit into a share of the plot; null if they never do.</summary>
    public int? FirstFit(double pixels, double share) => FirstFit(pixels, share, Unzoomed);

    /// <summary>
    /// The same for figures in a row: the first and the last always stand, of the others as many as keep their distance. One
    /// that stands at some width stands at every greater one.
    /// </summary>
    /// <param name="texts">Where each stands, as a share of the plot, and its width in pixels.</param>
    public IReadOnlyList<int?> FirstFits(IReadOnlyList<(double Share, double Pixels)> texts)
    {
        var steps = new int?[texts.Count];
        (steps[0], steps[^1]) = (0, 0);
        for (var step = 0; step <= Unzoomed; step++)
        {
            var plot = PlotAt(Steps[step]);
            for (var i = 1; i < texts.Count - 1; i++)
            {
                if (steps[i] is null && IsClear(i, plot))
                {
                    steps[i] = step;
                }
            }
        }

        return steps;

        bool IsClear(int i, double plot) => Enumerable.Range(0, texts.Count).Where(other => other != i && steps[other] is not null)
            .All(other => Math.Abs(texts[i].Share - texts[other].Share) * plot >= (texts[i].Pixels + texts[other].Pixels) / 2);
    }

    /// <summary>The same, for a chart that can be zoomed into.</summary>
    public int? FirstZoomedFit(double pixels, double share) => OffersZoom ? FirstFit(pixels, share, Steps.Count - 1) : null;

    private int? FirstFit(double pixels, double share, int last)
    {
        int? first = null;
        for (var step = last; step >= 0 && pixels <= share * PlotAt(Steps[step]); step--)
        {
            first = step;
        }

        return first;
    }

    /// <summary>The class of a text that is shown from a step on.</summary>
    public static string From(int? step) => step is > 0 and { } from ? $" f{from}" : "";

    /// <summary>The class of a text that is shown below a step only.</summary>
    public static string Until(int? step) => step is > 0 and { } until ? $" u{until}" : "";

    private double PlotAt(int width) => width >= NarrowBelow ? width - Left - Right - 2 : width - 29;

    private static bool IsDense(Panel panel) => panel.Run.Moments.Count > ManyMoments
        || panel.Run.Rows.SelectMany(row => row.Spans).Where(span => !panel.Run.HasNoLength(span) && !span.IsDerived)
            .Any(span => panel.Axis.Share(span.Start, BarPainter.EndOf(panel.Run, span)) * UsualPlot < LeastBar);

    private double? WordBeyond(ChartRun run, ChartRow row, TimeAxis axis)
    {
        if (OutcomeWord.Of(run, row) is not { } word)
        {
            return null;
        }

        var end = row.Spans is [.., var last] ? last.End : row.Instants[^1].At;
        return TextWidth.Of(word) + 19 - ((1 - axis.Share(end)) * (UsualPlot - Left));
    }

    private static int Stepped(double pixels, int least, int most) =>
        Math.Clamp((int)Math.Ceiling((pixels - least) / MarginStep) * MarginStep + least, least, most);
}

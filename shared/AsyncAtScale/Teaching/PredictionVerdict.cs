using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>What became of a guess: in words, and dashed over the chart of the run.</summary>
public sealed class PredictionVerdict : HtmlView
{
    private readonly GanttChart _chart;

    internal PredictionVerdict(Timeline timeline, Finding finding, Ghost? ghost)
    {
        (IsRight, Words) = (finding.IsRight, finding.Words);
        _chart = new GanttChart(timeline, ghost);
    }

    /// <summary>Whether everything turned out as said.</summary>
    public bool IsRight { get; }

    /// <summary>The guess, and where it was wrong the first such thing and what really happened.</summary>
    public string Words { get; }

    private string Mark => IsRight ? "✓" : "✗";

    /// <inheritdoc/>
    public override string ToHtml() =>
        TeachingStyle.Wrap("verdict hideable", Markup.Of(
            $"""<p class="{(IsRight ? "met" : "other")}"><span class="sign" aria-hidden="true">{Mark}</span>{Words}</p>"""))
        + _chart.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => $"{Mark} {Words}\n\n{_chart}";
}

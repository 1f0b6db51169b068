using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Headlines;
using AsyncAtScale.Charts.Text;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>
/// Two runs on one time scale, one below the other: before and after the cure. One slider moves both; what changed stands
/// above in one sentence.
/// </summary>
/// <param name="before">The run that stands above.</param>
/// <param name="after">The run that it is compared with.</param>
public sealed class GanttComparison(Timeline before, Timeline after) : HtmlView
{
    private readonly Lazy<(ChartRun Before, ChartRun After)> _runs = new(() => (new ChartRun(before), new ChartRun(after)));

    /// <summary>The first run.</summary>
    public Timeline Before { get; } = before ?? throw new ArgumentNullException(nameof(before));

    /// <summary>The second run.</summary>
    public Timeline After { get; } = after ?? throw new ArgumentNullException(nameof(after));

    /// <summary>What the first run is called.</summary>
    public string BeforeName { get; init; } = "Before";

    /// <summary>What the second run is called.</summary>
    public string AfterName { get; init; } = "After";

    /// <summary>What changed, in one sentence, as it stands above the charts: "0.9 s instead of 2.7 s."</summary>
    public string Headline => Difference.Of(_runs.Value.Before, _runs.Value.After);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var (first, second) = _runs.Value;
        Panel[] panels =
        [
            new(first, new TimeAxis(first, second), BeforeName),
            new(second, new TimeAxis(second, first), AfterName),
        ];
        return new GanttFigure(panels, Headline, showsArrows: false).Draw().ToString();
    }

    /// <summary>Both charts in characters, at most 80 in a line, on one time scale.</summary>
    public override string ToString()
    {
        var (first, second) = _runs.Value;
        var head = string.Join('\n', TextGantt.Wrap(Headline));
        return $"{head}\n\n{TextGantt.Name(BeforeName, TextGantt.MostColumns)}\n{TextGantt.Draw(first, new TimeAxis(first, second))}"
            + $"\n\n{TextGantt.Name(AfterName, TextGantt.MostColumns)}\n{TextGantt.Draw(second, new TimeAxis(second, first))}";
    }
}

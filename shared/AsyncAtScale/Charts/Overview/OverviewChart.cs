using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Overview;

/// <summary>What a Gantt chart is for a run of thousands of spans.</summary>
internal sealed class OverviewChart
{
    private readonly OverviewRun _run;
    private readonly Lazy<FigureData> _data;

    public OverviewChart(Timeline timeline)
    {
        _run = new OverviewRun(timeline);
        _data = new(() => FigureData.Of(OverviewData.Json(_run)));
    }

    public string Headline => OverviewWords.Headline(_run);

    public string ToHtml() => new OverviewFigure(_run, _data.Value).Draw().ToString();

    public override string ToString() => OverviewText.Draw(_run);
}

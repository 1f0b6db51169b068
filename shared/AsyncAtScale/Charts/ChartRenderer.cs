namespace AsyncAtScale.Charts;

/// <summary>
/// Draws timelines in another way than the course's own chart: with a chart package, for example. One assignment to
/// <see cref="Current"/> switches every chart that is shown from then on.
/// </summary>
/// <remarks>
/// A renderer makes the picture only. Around it stand, whoever draws: the result of the run in words, its table, the
/// timeline as JSON and, for engines without HTML, the chart in characters. A run of more than
/// <see cref="GanttChart.MostSpans"/> spans stays the course's own overview: no package draws so many one by one with joy.
/// </remarks>
public abstract class ChartRenderer
{
    private static volatile ChartRenderer? _current;

    /// <summary>Who draws, in this process; null, as at the start, for the course's own Gantt chart.</summary>
    public static ChartRenderer? Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>
    /// The picture of a run as HTML: one fragment without fixed ids, in which every text is escaped.
    /// <see cref="GanttChart.Picture"/> is the course's own, to show where a script does not run.
    /// </summary>
    /// <param name="chart">What is to be drawn: a run, perhaps with a guess.</param>
    public abstract string Render(GanttChart chart);
}

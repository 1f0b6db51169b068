using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>One run of a figure.</summary>
/// <param name="Run">The run.</param>
/// <param name="Axis">Its time axis; the axes of a figure have one scale.</param>
/// <param name="Name">What it is called beside others; null if it stands alone.</param>
internal sealed record Panel(ChartRun Run, TimeAxis Axis, string? Name = null)
{
    /// <summary>What it carries along.</summary>
    public FigureData Data => Run.Data;

    /// <summary>The result of the run in one sentence.</summary>
    public string Headline { get; } = Headlines.Headline.Of(Run);

    /// <summary>The line above its plot or its list: its name and what came of it; nothing for a run that stands alone.</summary>
    public Markup Title(bool hasResult) => Name is null ? Markup.Empty
        : Markup.Of($"""<p class="pn hideable"><b>{LaneNames.Short(Name)}:</b> {(hasResult ? Headline : "")}</p>""");
}

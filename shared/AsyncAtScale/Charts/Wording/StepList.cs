using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The run told moment by moment.</summary>
internal static class StepList
{
    public static Markup Draw(ChartRun run) =>
        Markup.Of($"<ol>{Markup.Join(run.Moments.Select(moment => Step(run, moment)))}</ol>");

    /// <summary>The rows that take part are named for a script that wants to point at them.</summary>
    private static Markup Step(ChartRun run, Moment moment)
    {
        var rows = moment.Instants.Select(instant => instant.Lane)
            .Concat(moment.Beginning.Concat(moment.Ending).Select(span => span.Lane))
            .Select(lane => run.RowOf[lane]).Distinct().Order();
        return Markup.Of($"""<li data-s="{Words.Exact(moment.At)}" data-l="{string.Join(' ', rows)}"><b>{Words.Seconds(moment.At)}</b> {Captions.Of(run, moment)}""");
    }
}

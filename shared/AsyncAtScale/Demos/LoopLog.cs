using System.Text;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Text;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Display;

namespace AsyncAtScale.Demos;

/// <summary>What an event loop did, step by step. The same run gives the same log, every time.</summary>
public sealed class LoopLog : HtmlView
{
    /// <summary>A longer log is cut: nobody reads it, and the chart shows the rest.</summary>
    private const int MostShown = 200;

    private const int MostLane = 20;

    private const int MostWords = 90;

    private static readonly string Css = Palette.Rules(".course-loop", "k", "m", "g", "run", "late", "block") + """
        .course-loop{font:13px/1.5 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));color:var(--k);overflow-x:auto;margin:0 0 8px}
        .course-loop table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0}
        .course-loop :is(th,td){padding:3px 14px 3px 0;border:0;border-bottom:1px solid var(--g);text-align:left;font-weight:400;vertical-align:top;background:none}
        .course-loop thead th{color:var(--m)}.course-loop :is(th,td).n{text-align:right}
        .course-loop tbody th{font-weight:600}.course-loop :is(th,td):not(:nth-child(5)){white-space:nowrap}.course-loop .run th{color:var(--run)}.course-loop .timer th{color:var(--late)}
        .course-loop .wait :is(th,td){color:var(--m)}.course-loop .warning :is(th,td){color:var(--block);font-weight:600}
        .course-loop p{margin:6px 0 0;color:var(--m)}
        """.ReplaceLineEndings("");

    internal LoopLog(IReadOnlyList<LoopStep> steps) => Steps = steps;

    /// <summary>The entries, in the order in which things happened.</summary>
    public IReadOnlyList<LoopStep> Steps { get; }

    /// <summary>The warnings of debug mode.</summary>
    public IEnumerable<LoopStep> Warnings => Steps.Where(step => step.Kind == LoopStepKind.Warning);

    private string Rest => Steps.Count > MostShown ? $"… and {Steps.Count - MostShown} more" : "";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var rows = Markup.Join(Steps.Take(MostShown).Select((step, index) => Markup.Of(
            $"""<tr class="{Kind(step)}"><td class="n">{index + 1}<td class="n">{Words.Figure(step.At)}<th scope="row">{Kind(step)}<td>{Lane(step)}<td>{TextWidth.Shorten(step.What, 1200)}<td class="n">{step.Ready}""")));
        var rest = Rest.Length == 0 ? Markup.Empty : Markup.Of($"<p>{Rest}</p>");
        return Markup.Of($"""<div class="course-loop hideable"><style data-course="loop">{Markup.Raw(Css)}</style><table><thead><tr><th class="n" scope="col">#<th class="n" scope="col">at (s)<th scope="col">loop<th scope="col">lane<th scope="col">what happens<th class="n" scope="col">ready<tbody>{rows}</table>{rest}</div>""").ToString();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var width = Steps.Select(step => Math.Min(MostLane, Lane(step).Length)).Append("lane".Length).Max();
        var text = new StringBuilder($"   #   at (s)  loop     {"lane".PadRight(width)}  ready  what happens\n");
        foreach (var (step, index) in Steps.Take(MostShown).Select((step, index) => (step, index)))
        {
            text.Append($"{index + 1,4} {Words.Figure(step.At),8}  {Kind(step),-7}  {TextGantt.Name(Lane(step), MostLane).PadRight(width)}  {step.Ready,5}  {TextGantt.Name(step.What, MostWords)}\n");
        }

        return text.Append(Rest).ToString().TrimEnd('\n');
    }

    private static string Kind(LoopStep step) => step.Kind switch
    {
        LoopStepKind.Run => "run",
        LoopStepKind.Ready => "ready",
        LoopStepKind.Timer => "timer",
        LoopStepKind.Wait => "wait",
        _ => "warning",
    };

    private static string Lane(LoopStep step) => step.Lane is null ? "" : LaneNames.Short(step.Lane);
}

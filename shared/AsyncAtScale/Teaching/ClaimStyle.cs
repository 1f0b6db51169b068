using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Teaching;

/// <summary>The look of claims: a table on a wide page, cards on a narrow one. A verdict is a word first, a colour second.</summary>
internal static class ClaimStyle
{
    private const string View = "course-claims";

    private const string Sheet =
        """
        .course-claims{font:14px/1.45 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));color:var(--k);max-width:46rem;margin:0 0 8px;container-type:inline-size;text-align:left}
        .course-claims table{border-collapse:collapse;width:100%;margin:0;table-layout:fixed}
        .course-claims.tally table{width:auto;table-layout:auto}
        .course-claims :is(th,td){padding:7px 14px 7px 0;border:0;border-bottom:1px solid var(--g);text-align:left;vertical-align:top;font-weight:400;background:none;overflow-wrap:anywhere}
        .course-claims thead th{color:var(--m)}
        .course-claims .c{width:32%}.course-claims:not(.folded) .c+th{width:30%}.course-claims.folded .c{width:60%}
        .course-claims .id{display:block;font-weight:600;font-variant-numeric:tabular-nums;color:var(--m)}
        .course-claims .v{display:inline-block;white-space:nowrap;font-weight:600;line-height:1.35;padding:0 .55em;border:1.5px solid currentColor;border-radius:1em;margin-right:.6em}
        .course-claims .true{color:var(--ok)}.course-claims .false{color:var(--fail)}.course-claims .imprecise{color:var(--late)}.course-claims :is(.advice,.no){color:var(--canc)}.course-claims .untried{color:var(--m);border-style:dashed}
        .course-claims .apart{display:inline-block;color:var(--gu);font-weight:600;white-space:nowrap}
        .course-claims .why{margin:.35em 0 0;padding:0;list-style:none;color:var(--m);font-size:.93em}
        .course-claims .why li{position:relative;padding:0 0 .15em 1.3em;margin:0}.course-claims .why li::marker{content:""}
        .course-claims .why i{position:absolute;left:0;font-style:normal;font-weight:700}
        .course-claims .why .for i{color:var(--ok)}.course-claims .why .against i{color:var(--fail)}
        .course-claims .lab{display:none}
        .course-claims details{margin:.2em 0 0;color:var(--m);font-size:.93em}.course-claims summary{cursor:pointer;width:fit-content}.course-claims summary:focus-visible{outline:2px solid var(--gu);outline-offset:2px}
        .course-claims details p{margin:.3em 0}
        .course-claims .say{font-weight:600;margin:0 0 .5em}
        .course-claims .n{text-align:right;font-variant-numeric:tabular-nums}.course-claims td.same{font-weight:700}.course-claims .zero{color:var(--m)}
        .course-claims .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        @container (max-width:34rem){
        .course-claims:not(.tally) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .course-claims:not(.tally) :is(table,tbody,tr,td,th){display:block;width:auto;border:0;padding:0}
        .course-claims:not(.tally) tr{border-bottom:1px solid var(--g);padding:10px 0}
        .course-claims:not(.tally) td{margin-top:6px}
        .course-claims:not(.tally) .lab{display:inline-block;min-width:4.2em;color:var(--m)}
        .course-claims.tally :is(th,td){padding-right:8px}
        }
        @media print{.course-claims tr{break-inside:avoid}}
        """;

    private static readonly string Css =
        Palette.Rules("." + View, "k", "m", "g", "late", "fail", "canc", "ok", "gu") + Sheet.ReplaceLineEndings("");

    public static string Wrap(string kind, Markup content) =>
        Markup.Of($"""<div class="{View} {kind}"><style data-course="claims">{Markup.Raw(Css)}</style>{content}</div>""").ToString();

    /// <summary>A verdict as a chip: sign and word.</summary>
    public static Markup Chip(Verdict verdict) => Markup.Of(
        $"""<b class="v {Class(verdict)}"><span aria-hidden="true">{VerdictWords.Sign(verdict)}</span> {VerdictWords.Of(verdict)}</b>""");

    private static string Class(Verdict verdict) => verdict switch
    {
        Verdict.NoCounterpart => "no",
        _ => VerdictWords.Of(verdict).Split(' ')[^1] is "tried" ? "untried" : VerdictWords.Of(verdict),
    };
}

using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Teaching;

/// <summary>One look for checks, verdicts and questions; the same style sheet in each of them.</summary>
internal static class TeachingStyle
{
    private const string View = "course-teach";

    private const string Sheet =
        """
        .course-teach{font:14px/1.5 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));max-width:40rem;margin:0 0 8px;color:var(--k);text-align:left;overflow-wrap:anywhere}
        .course-teach p{margin:0 0 .35em}.course-teach ul,.course-teach ol{list-style:none;margin:0;padding:0}
        .course-teach li,.course-teach.verdict p{position:relative;padding:0 0 .35em 1.7em;margin:0}
        .course-teach li::marker{content:""}.course-teach li p{margin:.1em 0 0;color:var(--m)}
        .course-teach .sign{position:absolute;left:.1em;font-weight:700}
        .course-teach .met>.sign{color:var(--ok)}.course-teach .open>.sign{color:var(--fail)}.course-teach .other>.sign{color:var(--gu)}
        .course-teach .hint{margin:.5em 0;padding:.4em .9em;border-left:3px solid var(--gu)}.course-teach .hint b{display:block}
        .course-teach .result{margin:.5em 0 0;font-weight:600}
        .course-teach .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .course-teach details{border:1px solid var(--ws);border-radius:6px;margin:0 0 6px}
        .course-teach summary{cursor:pointer;padding:.35em .8em}.course-teach summary:focus-visible{outline:2px solid var(--gu);outline-offset:2px}
        .course-teach details p{margin:0;padding:0 .8em .5em}
        .course-teach .ask{font-weight:600}
        """;

    private static readonly string Css =
        Palette.Rules("." + View, "k", "m", "ws", "fail", "ok", "gu") + Sheet.ReplaceLineEndings("");

    /// <summary>A fragment in this look.</summary>
    /// <param name="kind">The further classes of its element.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="exercise">The exercise that it judges, for a checker to find; null if it judges none.</param>
    public static string Wrap(string kind, Markup content, string? exercise = null)
    {
        var data = exercise is null ? Markup.Empty : Markup.Of($" data-exercise=\"{exercise}\"");
        return Markup.Of($"""<div class="{View} {kind}"{data}><style data-course="teach">{Markup.Raw(Css)}</style>{content}</div>""").ToString();
    }
}

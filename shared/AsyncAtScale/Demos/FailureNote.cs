using System.Net;
using AsyncAtScale.Loop;

namespace AsyncAtScale.Demos;

/// <summary>Why a run did not come to its end, in words below its chart.</summary>
internal static class FailureNote
{
    private const string Style =
        """
        .course-failure{font:13px/1.5 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));border-left:3px solid var(--course-fail,#ba362e);padding:2px 0 2px 12px;margin:12px 0 0;max-width:60rem}
        .course-failure b{color:var(--course-fail,#ba362e)}
        .course-failure pre{margin:2px 0 0;padding:0;background:none;white-space:pre-wrap;font:12.5px/1.5 var(--course-mono,ui-monospace,Menlo,Consolas,monospace)}
        .vscode-dark .course-failure{border-color:#f27164}.vscode-dark .course-failure b{color:#f27164}
        """;

    public static string Html(Exception? problem) => problem is null
        ? ""
        : $"<div class=\"course-failure hideable\"><style data-course=\"failure\">{Style}</style>"
            + $"<b>{WebUtility.HtmlEncode(Name(problem))}</b><pre>{WebUtility.HtmlEncode(problem.Message)}</pre></div>";

    public static string Text(Exception? problem) => problem is null ? "" : $"\n\n{Name(problem)}\n{problem.Message}";

    private static string Name(Exception problem) =>
        problem is StuckException ? "The run stands still" : problem.GetType().Name;
}

using System.Net;
using System.Text;
using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>
/// Judges an attempt at an exercise: a list of what is asked for, each met or not, with a hint where it is not.
/// </summary>
public sealed class ExerciseCheck : HtmlView
{
    private readonly List<Expectation> _expectations = [];

    /// <summary>Whether everything asked for is met.</summary>
    public bool Passed => _expectations.TrueForAll(expectation => expectation.Holds);

    /// <summary>Adds something that is asked for.</summary>
    /// <param name="what">What, as a short sentence without a full stop.</param>
    /// <param name="holds">Whether the attempt does it: read from its timeline or result, never typed by hand.</param>
    /// <param name="hint">Where to look if it does not, without giving the solution away.</param>
    /// <returns>This check, to go on with the next.</returns>
    public ExerciseCheck Expect(string what, bool holds, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        _expectations.Add(new Expectation(what, holds, hint));
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder($"<div class=\"course-check\"><style data-course=\"check\">{Style}</style><ul>");
        foreach (var (what, holds, hint) in _expectations)
        {
            html.Append($"<li class=\"{(holds ? "met" : "open")}\"><span aria-hidden=\"true\">{Mark(holds)}</span>")
                .Append($"<span class=\"sr\">{(holds ? "Met: " : "Not yet: ")}</span>{WebUtility.HtmlEncode(what)}");
            if (!holds)
            {
                html.Append($"<p>{WebUtility.HtmlEncode(hint)}</p>");
            }

            html.Append("</li>");
        }

        return html.Append($"</ul><p class=\"verdict\">{Verdict}</p></div>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (what, holds, hint) in _expectations)
        {
            text.Append($"{Mark(holds)} {what}\n");
            if (!holds)
            {
                text.Append($"  {hint}\n");
            }
        }

        return text.Append(Verdict).ToString();
    }

    private const string Style =
        """
        .course-check{font:14px/1.5 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));max-width:40rem}
        .course-check ul{list-style:none;margin:0;padding:0}
        .course-check li{position:relative;padding:0 0 .35em 1.7em}
        .course-check li>span[aria-hidden]{position:absolute;left:.1em;font-weight:700}
        .course-check .met>span[aria-hidden]{color:var(--course-right,light-dark(#026f31,#7ec88e))}
        .course-check .open>span[aria-hidden]{color:var(--course-fail,light-dark(#b22f22,#fd9e8f))}
        .course-check li p{margin:.1em 0 0;color:var(--course-muted,light-dark(#59616b,#a9b1bb))}
        .course-check .verdict{margin:.5em 0 0;font-weight:600}
        .course-check .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .vscode-dark .course-check{color-scheme:dark}.vscode-light .course-check{color-scheme:light}
        """;

    private string Verdict => Passed
        ? "Solved."
        : $"{_expectations.Count(expectation => expectation.Holds)} of {_expectations.Count} met. Change the cell above and run both again.";

    private static string Mark(bool holds) => holds ? "✓" : "✗";

    private sealed record Expectation(string What, bool Holds, string Hint);
}

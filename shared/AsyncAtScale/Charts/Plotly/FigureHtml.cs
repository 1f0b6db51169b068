using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Charts.Plotly;

/// <summary>A figure in a page: a picture that needs no script, the figure as data, and the script that draws it.</summary>
internal static class FigureHtml
{
    /// <param name="picture">What is shown until plotly.js has drawn, as HTML.</param>
    /// <param name="words">What is to be seen, in one sentence.</param>
    /// <param name="json">The figure, without any sign of HTML.</param>
    public static string Of(string picture, string words, string json) => Markup.Of($"""
        <div class="course-plotly" data-words="{words}"><div class="still">{Markup.Raw(picture)}</div><script type="application/json" data-kind="plotly">{Markup.Raw(json)}</script><script data-course="plotly">{Markup.Raw(PageScript.Source)}</script></div>
        """).ToString();
}

using System.Text;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;

namespace AsyncAtScale.Charts;

/// <summary>
/// A view twice, in light and in dark, whatever the page is in: for looking at a chart, as a gallery does. On paper both
/// are light.
/// </summary>
/// <param name="make">Makes the view; called once for each theme, since ids of a page must differ.</param>
public sealed class BothThemes(Func<HtmlView> make) : HtmlView
{
    private const string Sheet =
        ".course-both{container-type:inline-size;margin:0 0 16px}.course-both>div{padding:14px 18px;border:1px solid var(--course-line);background:var(--course-paper);color:var(--course-ink);max-width:1000px}"
        + ".course-both>div+div{border-top:0}@container(width>=1240px){.course-both>div{float:left;width:50%;max-width:none}.course-both>div+div{border-top:1px solid var(--course-line);border-left:0}}"
        + ".course-both::after{content:\"\";display:block;clear:both}@media print{.course-both>.in-dark{display:none}}";

    private static readonly Lazy<string> Css = new(() =>
        Palette.Page(".course-both>.in-light", isDark: false) + Palette.Page(".course-both>.in-dark", isDark: true)
        + $"@media print{{{Palette.Page(".course-both>.in-dark", isDark: false)}}}" + Sheet);

    private readonly Lazy<(HtmlView Light, HtmlView Dark)> _views = new(() => (make(), make()));

    /// <inheritdoc/>
    public override string ToHtml() => new StringBuilder($"<div class=\"course-both\"><style data-course=\"both\">{Css.Value}</style>")
        .Append($"<div class=\"in-light\">{_views.Value.Light.ToHtml()}</div><div class=\"in-dark\">{_views.Value.Dark.ToHtml()}</div></div>").ToString();

    /// <summary>The view in characters, once.</summary>
    public override string ToString() => _views.Value.Light.ToString();
}

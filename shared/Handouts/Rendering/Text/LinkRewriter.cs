using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Handouts.Rendering.Text;

/// <summary>Makes links between notebooks links between handouts of the same edition.</summary>
internal static partial class LinkRewriter
{
    /// <summary>Rewrites every link of a page; a link that a page alone cannot follow becomes its text.</summary>
    public static void Rewrite(IElement page, Edition edition)
    {
        foreach (var link in page.QuerySelectorAll("a[href]").ToArray())
        {
            if (Target(link.GetAttribute("href")!, page, edition) is { } target)
            {
                link.SetAttribute("href", target);
            }
            else
            {
                Html.Unwrap(link);
            }
        }
    }

    private static string? Target(string href, IElement page, Edition edition)
    {
        if (href.StartsWith('#'))
        {
            return InPage(href, page);
        }

        if (NotebookLink().Match(href) is { Success: true } notebook)
        {
            return HandoutNames.Of(notebook.Groups["name"].Value, edition) + notebook.Groups["anchor"].Value;
        }

        return IsKept(href) ? href : null;
    }

    /// <summary>Headings come first; a cell's id is an anchor, too, under a name that no heading has.</summary>
    private static string InPage(string href, IElement page)
    {
        var document = page.Owner!;
        var cell = "cell-" + href[1..];
        return document.GetElementById(href[1..]) is null && document.GetElementById(cell) is not null ? "#" + cell : href;
    }

    private static bool IsKept(string href) =>
        Handout().IsMatch(href)
        || (Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto");

    [GeneratedRegex(@"^(?:\./)?(?<name>[\w.-]+)\.ipynb(?<anchor>#[^\s""]*)?$")]
    private static partial Regex NotebookLink();

    [GeneratedRegex(@"^[\w.-]+\.html(#[^\s""]*)?$")]
    private static partial Regex Handout();
}

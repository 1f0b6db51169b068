using Handouts.Rendering.Cells;

namespace Handouts.Rendering.Page;

/// <summary>The frame around every page: its policy, its styles, its bar.</summary>
internal static class PageShell
{
    private const string IconUrl =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 22'%3E%3Crect width='22' height='22' rx='5' fill='%23086a73'/%3E%3Cpath d='M4.5 6.5h6M8 11h6.5M11.5 15.5h6' stroke='%23fff' stroke-width='2.4' stroke-linecap='round'/%3E%3C/svg%3E";

    /// <summary>The button that goes from the system's theme to light to dark.</summary>
    public const string ThemeButton =
        $"""<button class="tool needs-js" id="theme" type="button" aria-label="Theme">{Icons.Theme}<span class="lbl">Auto</span></button>""";

    /// <summary>The whole file.</summary>
    public static string Render(PageParts page)
    {
        var boot = Resources.Script("boot");
        IReadOnlyList<string> styles = [.. page.Styles, PrintFoot(page.Title)];
        IReadOnlyList<string> scripts = page.Version is null ? page.Scripts : [.. page.Scripts, Resources.Script("live")];
        var version = page.Version is null ? "" : $"""<meta name="version" content="{Html.Encode(page.Version)}">""";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy.For(styles, [boot, .. scripts], connects: page.Version is not null)}">{version}
            <title>{Html.Encode(page.Title)}</title>
            <meta name="description" content="{Html.Encode(page.Description)}">
            <meta name="color-scheme" content="light dark">
            <meta name="theme-color" content="#fdfdfc" media="(prefers-color-scheme: light)">
            <meta name="theme-color" content="#14171b" media="(prefers-color-scheme: dark)">
            <link rel="icon" href="{IconUrl}">
            <script>{boot}</script>
            {Elements("style", styles)}
            </head>
            <body>
            <a class="skip" href="#main">Skip to the text</a>
            {page.Body}
            {Elements("script", scripts)}
            </body>
            </html>

            """;
    }

    private static string Elements(string name, IEnumerable<string> texts) =>
        string.Join('\n', texts.Select(text => $"<{name}>{text}</{name}>"));

    /// <summary>A page's margin takes no text from its body: the title is written into the style.</summary>
    private static string PrintFoot(string title)
    {
        var text = title.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("<", "\\3c ", StringComparison.Ordinal);
        return $"@page{{@bottom-left{{content:\"{text}\"}}}}@page:first{{@bottom-left{{content:none}}}}";
    }
}

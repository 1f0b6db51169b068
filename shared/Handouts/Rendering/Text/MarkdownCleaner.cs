using AngleSharp.Dom;

namespace Handouts.Rendering.Text;

/// <summary>
/// Keeps the elements that Markdown makes and the few that authors may write themselves; of anything
/// else only the text stays, and of scripts and styles nothing.
/// </summary>
internal static class MarkdownCleaner
{
    private static readonly HashSet<string> Allowed =
    [
        "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "hr",
        "table", "thead", "tbody", "tr", "th", "td", "input",
        "details", "summary", "br", "kbd", "sub", "sup",
    ];

    private static readonly HashSet<string> Dropped =
        ["script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "textarea", "select"];

    /// <summary>Cleans everything below the element.</summary>
    public static void Clean(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("*").ToArray())
        {
            Clean(element, element.LocalName);
        }
    }

    private static void Clean(IElement element, string name)
    {
        if (Dropped.Contains(name))
        {
            element.Remove();
        }
        else if (element.ClassList.Contains("math"))
        {
            AsCode(element);
        }
        else if (!Allowed.Contains(name) || (name == "input" && element.GetAttribute("type") != "checkbox"))
        {
            Html.Unwrap(element);
        }
        else
        {
            KeepAttributes(element, name);
        }
    }

    /// <summary>A formula is shown as it was typed: no script that sets formulas is worth its size here.</summary>
    private static void AsCode(IElement formula)
    {
        var code = formula.Owner!.CreateElement("code");
        code.TextContent = formula.TextContent.Trim().TrimStart('\\', '(', '[').TrimEnd(']', ')').TrimEnd('\\').Trim();
        formula.Replace(code);
    }

    private static void KeepAttributes(IElement element, string name)
    {
        var numeric = name is "td" or "th" && element.GetAttribute("style")?.Contains("right", StringComparison.Ordinal) == true;
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (!IsKept(name, attribute))
            {
                element.RemoveAttribute(attribute.Name);
            }
        }

        if (numeric)
        {
            element.ClassName = "num";
        }

        if (name == "input")
        {
            element.SetAttribute("disabled", "");
        }
    }

    private static bool IsKept(string name, IAttr attribute) => (name, attribute.Name) switch
    {
        ("a", "href") => true,
        ("code", "class") => attribute.Value.StartsWith("language-", StringComparison.Ordinal),
        ("ol", "start") or ("input", "type") or ("input", "checked") => true,
        _ => false,
    };
}

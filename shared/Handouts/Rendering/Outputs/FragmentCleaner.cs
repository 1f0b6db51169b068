using AngleSharp.Dom;

namespace Handouts.Rendering.Outputs;

/// <summary>
/// Makes the HTML of an output safe for a page that may load nothing: the shape stays, everything that runs,
/// loads or styles by attribute goes. Scripts and styles that the course marks as its own move to the page.
/// </summary>
internal sealed class FragmentCleaner(PageAssets assets)
{
    private const string ScriptNotice = "A script of this output is left out of the handout.";
    private const string FrameNotice = "An embedded page of this output is left out of the handout.";

    private const string DepthNotice = "This output nests too deeply and is left out of the handout.";

    private static readonly HashSet<string> Dropped = ["link", "meta", "base", "template", "noscript"];
    private static readonly HashSet<string> Frames = ["iframe", "object", "embed", "frame", "portal"];

    /// <summary>The cleaned fragment as markup.</summary>
    public string Clean(string fragment)
    {
        if (MarkupDepth.IsTooDeep(fragment))
        {
            return Notice(DepthNotice);
        }

        var body = Html.Read(fragment);
        foreach (var element in body.QuerySelectorAll("*").ToArray())
        {
            Clean(element);
        }

        return body.InnerHtml;
    }

    private void Clean(IElement element)
    {
        var name = element.LocalName;
        if (name == "script")
        {
            Script(element);
        }
        else if (name == "style")
        {
            Style(element);
        }
        else if (Frames.Contains(name))
        {
            Html.ReplaceBy(element, Notice(FrameNotice));
        }
        else if (Dropped.Contains(name))
        {
            element.Remove();
        }
        else
        {
            AttributeRules.Apply(element);
        }
    }

    private void Script(IElement script)
    {
        if (script.GetAttribute("type") is "application/json" && !script.HasAttribute("src"))
        {
            return;
        }

        if (script.HasAttribute("data-course") && !script.HasAttribute("src"))
        {
            assets.AddScript(script.TextContent);
            script.Remove();
            return;
        }

        Html.ReplaceBy(script, Notice(ScriptNotice));
    }

    /// <summary>A style of somebody else's is kept, but reaches no further than the output it came with.</summary>
    private void Style(IElement style)
    {
        var text = style.TextContent;
        if (!Loads(text))
        {
            assets.AddStyle(style.HasAttribute("data-course") ? text : Scoped(style, text));
        }

        style.Remove();
    }

    private static string Scoped(IElement style, string text)
    {
        var name = "o" + ContentPolicy.ShortHash(text);
        var owner = style.ParentElement!;
        foreach (var neighbour in owner.Children.Where(child => child != style))
        {
            neighbour.ClassList.Add(name);
        }

        return $"@scope (.{name}){{{text}}}";
    }

    private static bool Loads(string css) =>
        css.Contains("@import", StringComparison.OrdinalIgnoreCase)
        || css.Contains("url(", StringComparison.OrdinalIgnoreCase)
            && css.Contains("//", StringComparison.Ordinal)
        || css.Contains("</", StringComparison.Ordinal);

    private static string Notice(string text) => $"<p class=\"notice\">{text}</p>";
}

using AngleSharp.Dom;

namespace Handouts.Rendering.Outputs;

/// <summary>Which attributes an element of an output may keep.</summary>
internal static class AttributeRules
{
    private static readonly HashSet<string> Loading =
        ["src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "srcdoc", "manifest", "longdesc"];

    private static readonly HashSet<string> LinkSchemes = ["http", "https", "mailto"];

    /// <summary>Removes handlers, inline styles, and addresses that would be loaded or run.</summary>
    public static void Apply(IElement element)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (!IsKept(element.LocalName, attribute.LocalName.ToLowerInvariant(), attribute.Value))
            {
                element.Attributes.RemoveNamedItem(attribute.Name);
            }
        }
    }

    private static bool IsKept(string element, string name, string value) => name switch
    {
        "style" => false,
        "href" => IsLinkKept(element, value),
        _ when name.StartsWith("on", StringComparison.Ordinal) => false,
        _ when Loading.Contains(name) => element == "img" && name == "src" && IsPicture(value),
        // url(#pattern) inside the fragment is how SVG fills; any other url() would be fetched.
        _ => !value.Contains("url(", StringComparison.OrdinalIgnoreCase) || IsLocalUrl(value),
    };

    private static bool IsLinkKept(string element, string value) =>
        value.StartsWith('#')
        || (element == "a" && Uri.TryCreate(value, UriKind.Absolute, out var uri) && LinkSchemes.Contains(uri.Scheme));

    private static bool IsPicture(string value) => value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static bool IsLocalUrl(string value) =>
        value.Trim().Trim('"').StartsWith("url(#", StringComparison.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Handouts.Rendering.Text;

/// <summary>Keeps a number and its unit on one line: "0.3 s" gets a no-break space, outside code.</summary>
internal static partial class Spacing
{
    private const string Untouched = "code, pre, script, style, svg, textarea";

    /// <summary>Goes through all text below the element.</summary>
    public static void Apply(IElement root)
    {
        foreach (var text in root.Descendants<IText>())
        {
            if (text.ParentElement?.Closest(Untouched) is null && NumberAndUnit().IsMatch(text.Data))
            {
                text.Data = NumberAndUnit().Replace(text.Data, "$1\u00a0$2");
            }
        }
    }

    [GeneratedRegex(@"(\d) (s|ms|µs|min|minutes|h|hours|kB|MB|%)(?!\w)")]
    private static partial Regex NumberAndUnit();
}

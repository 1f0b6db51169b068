using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Handouts.Rendering;

/// <summary>Between text, markup and tree.</summary>
internal static class Html
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Text as it must be written in markup and in attribute values.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A number as SVG and CSS want it: at most two decimals, a point.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of a whole as a percentage: 0.3333 → "33.33%".</summary>
    public static string Percent(double share) => Number(100 * share) + "%";

    /// <summary>Reads markup as the content of a page's body, the way a browser would.</summary>
    public static IElement Read(string markup) =>
        Parser.ParseDocument("<!DOCTYPE html><html><head></head><body>" + markup).Body!;

    /// <summary>The elements themselves as markup.</summary>
    public static string Outer(IEnumerable<IElement> elements) => string.Concat(elements.Select(element => element.OuterHtml));

    /// <summary>Puts children in the place of an element.</summary>
    public static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    /// <summary>Puts markup in the place of an element.</summary>
    public static void ReplaceBy(IElement element, string markup) => element.OuterHtml = markup;
}

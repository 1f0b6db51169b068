using AngleSharp.Dom;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>What the lecture says, and what happens: two voices, the second one measured.</summary>
internal static class Claim
{
    /// <summary>The quote is what is said; what follows it is what happens.</summary>
    public static string Render(IReadOnlyList<IElement> content)
    {
        var quote = content.FirstOrDefault(element => element.LocalName == "blockquote");
        if (quote is null)
        {
            return Prose.Render(content);
        }

        var before = content.TakeWhile(element => element != quote).ToList();
        var after = content.SkipWhile(element => element != quote).Skip(1).ToList();
        var lead = before.FirstOrDefault(element => Lead.Is(element, "The lecture says"));
        Lead.Take(after.FirstOrDefault(), "What happens");
        var said = string.Join("<br>", quote.Children.Select(child => child.InnerHtml));
        return $"""
            {Prose.Render(before.Where(element => element != lead))}<div class="claim"><dl><dt>The lecture says</dt><dd class="said">{said}</dd><dt class="so">What happens</dt><dd>{Prose.Render(after)}</dd></dl>{Verdict(lead)}</div>
            """;
    }

    private static string Verdict(IElement? lead) =>
        lead?.QuerySelector("em")?.TextContent is { Length: > 0 } verdict
            ? $"<span class=\"tag\">{Html.Encode(verdict)}</span>"
            : "";
}

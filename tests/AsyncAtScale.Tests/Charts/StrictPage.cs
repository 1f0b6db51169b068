using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>A page with a policy as strict as a handout's: only the styles and scripts that charts mark as the course's own.</summary>
internal static class StrictPage
{
    /// <summary>The page, and what its console has said.</summary>
    public static async Task<(IPage Page, List<string> Messages)> OpenAsync(IBrowserContext context, string content)
    {
        var parsed = new HtmlParser().ParseDocument(content);
        string Hashes(string elements) => string.Join(' ', parsed.QuerySelectorAll(elements).Select(element => element.TextContent).Distinct()
            .Select(text => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'"));
        var page = await context.NewPageAsync();
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        var policy = $"default-src 'none'; style-src {Hashes("style")}; script-src {Hashes("script[data-course]")}";
        await page.SetContentAsync($"<!doctype html><html lang=en><meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"{policy}\"><title>Charts</title><main><h1>Charts</h1>{content}</main>");
        return (page, messages);
    }
}

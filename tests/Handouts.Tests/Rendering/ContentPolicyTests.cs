using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Handouts.Rendering;

namespace Handouts.Tests.Rendering;

public sealed class ContentPolicyTests(SamplePages pages)
{
    [Theory]
    [InlineData("08-semaphore.html")]
    [InlineData("08-semaphore.instructor.html")]
    [InlineData("index.html")]
    public void Policy_OfPage_NamesExactlyItsStylesAndScripts(string file)
    {
        var page = Html.Read(File.ReadAllText(pages.PathOf(file))).Owner!;
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(Hashes(page, "style"), Sources(policy, "style-src"));
        Assert.Equal(Hashes(page, "script:not([type='application/json'])"), Sources(policy, "script-src"));
    }

    [Fact]
    public void Policy_OfAPageWithoutScripts_AllowsNone() =>
        Assert.Contains("script-src 'none'", ContentPolicy.For([], []), StringComparison.Ordinal);

    [Fact]
    public void Source_OfText_IsThatOfTheStandard() =>
        Assert.Equal("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='", ContentPolicy.Source("alert('Hello, world.');"));

    private static IEnumerable<string> Hashes(IDocument page, string selector) => page.QuerySelectorAll(selector)
        .Select(element => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent))))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string policy, string directive) =>
        Regex.Matches(Regex.Match(policy, directive + " ([^;]*)").Value, "'sha256-([^']+)'")
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);
}

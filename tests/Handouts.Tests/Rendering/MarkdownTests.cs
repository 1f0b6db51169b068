using Handouts.Rendering;
using Handouts.Rendering.Text;

namespace Handouts.Tests.Rendering;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>ok", "alert")]
    [InlineData("<img src=x onerror=alert(1)>", "img")]
    [InlineData("<details onclick=\"x()\"><summary>s</summary></details>", "onclick")]
    [InlineData("<div style=\"color:red\">x</div>", "style")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>", "iframe")]
    [InlineData("<svg><script>1</script></svg>", "svg")]
    [InlineData("<a onmouseover=\"x()\" href=\"#a\">x</a>", "onmouseover")]
    public void Read_UnsafeHtml_DropsIt(string markdown, string dropped) =>
        Assert.DoesNotContain(dropped, MarkdownReader.Read(markdown).InnerHtml, StringComparison.Ordinal);

    [Theory]
    [InlineData("<kbd>Esc</kbd>")]
    [InlineData("<sub>2</sub>")]
    [InlineData("<del>old</del>")]
    public void Read_AllowedHtml_KeepsIt(string html) =>
        Assert.Contains(html, MarkdownReader.Read($"Text {html}").InnerHtml, StringComparison.Ordinal);

    [Fact]
    public void Read_RightAlignedColumn_HasAClassAndNoStyle() =>
        Assert.Contains("<td class=\"num\">1</td>", MarkdownReader.Read("| a |\n|--:|\n| 1 |").InnerHtml, StringComparison.Ordinal);

    [Theory]
    [InlineData("`List<int>`", "<code>List&lt;int&gt;</code>")]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("$x_1 + y_1$", "<code>x_1 + y_1</code>")]
    [InlineData("~~gone~~", "<del>gone</del>")]
    public void Read_Text_IsEscapedOnce(string markdown, string html) =>
        Assert.Contains(html, MarkdownReader.Read(markdown).InnerHtml, StringComparison.Ordinal);

    [Theory]
    [InlineData("- ", "[", "")]
    [InlineData("", "![", "](b)")]
    public void Read_AfterTextThatNestsTooDeeply_IsNotAffected(string start, string open, string close)
    {
        var deep = start + string.Concat(Enumerable.Repeat(open, 300)) + "a" + string.Concat(Enumerable.Repeat(close, 300));

        Assert.StartsWith("<pre>", MarkdownReader.Read(deep).InnerHtml, StringComparison.Ordinal);
        Assert.Equal("<p>A <em>text</em>.</p>", MarkdownReader.Read("A *text*.").InnerHtml.Trim());
    }

    [Theory]
    [InlineData("takes 0.3 s in all", "takes 0.3\u00a0s in all")]
    [InlineData("35 minutes", "35\u00a0minutes")]
    [InlineData("90 % of", "90\u00a0% of")]
    [InlineData("3 sessions", "3 sessions")]
    public void Spacing_NumberAndUnit_StayTogether(string text, string expected)
    {
        var body = Html.Read($"<p>{text}</p>");

        Spacing.Apply(body);

        Assert.Equal(expected, body.TextContent);
    }

    [Fact]
    public void Spacing_InCode_LeavesItAlone()
    {
        var body = Html.Read("<pre>0.3 s</pre><code>0.3 s</code>");

        Spacing.Apply(body);

        Assert.DoesNotContain('\u00a0', body.TextContent);
    }

    [Fact]
    public void HeadingIds_LikeGitHub_AndUnique()
    {
        var ids = new HeadingIds();

        Assert.Equal("in-asyncio-in-net", ids.Next("In asyncio, in .NET"));
        Assert.Equal("in-asyncio-in-net-1", ids.Next("In asyncio, in .NET"));
    }
}

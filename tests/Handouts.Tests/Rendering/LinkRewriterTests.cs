using Handouts.Rendering;
using Handouts.Rendering.Text;

namespace Handouts.Tests.Rendering;

public sealed class LinkRewriterTests
{
    [Theory]
    [InlineData("09-racing.ipynb", "09-racing.html")]
    [InlineData("./09-racing.ipynb#ties", "09-racing.html#ties")]
    [InlineData("https://learn.microsoft.com/dotnet", "https://learn.microsoft.com/dotnet")]
    [InlineData("#here", "#here")]
    [InlineData("#a-cell", "#cell-a-cell")]
    public void Rewrite_LinkThatCanBeFollowed_PointsToIt(string href, string expected) =>
        Assert.Equal(expected, Rewrite(href, Edition.Student));

    [Theory]
    [InlineData("../README.md")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/x")]
    public void Rewrite_LinkThatCannotBeFollowed_BecomesText(string href) => Assert.Null(Rewrite(href, Edition.Student));

    [Fact]
    public void Rewrite_ForInstructor_StaysInTheEdition() =>
        Assert.Equal("09-racing.instructor.html#ties", Rewrite("09-racing.ipynb#ties", Edition.Instructor));

    private static string? Rewrite(string href, Edition edition)
    {
        var body = Html.Read($"<h2 id=\"here\"></h2><div id=\"cell-a-cell\"></div><a href=\"{href}\">text</a>");
        LinkRewriter.Rewrite(body, edition);
        Assert.Equal("text", body.TextContent);
        return body.QuerySelector("a")?.GetAttribute("href");
    }
}

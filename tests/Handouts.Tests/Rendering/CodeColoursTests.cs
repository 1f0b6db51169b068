using Handouts.Notebooks;
using Handouts.Rendering.Colouring;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class CodeColoursTests
{
    [Fact]
    public void OfCell_Words_HaveTheirClasses() => Assert.Equal(
        """
        <span class="k">var</span> gate = <span class="k">new</span> <span class="t">SemaphoreSlim</span>(<span class="n">3</span>); <span class="c">// a gate</span>
        <span class="k">await</span> gate.<span class="m">WaitAsync</span>();
        <span class="t">Console</span>.<span class="m">WriteLine</span>(<span class="s">&quot;a &lt; b&quot;</span>);
        """,
        Colour("""
            var gate = new SemaphoreSlim(3); // a gate
            await gate.WaitAsync();
            Console.WriteLine("a < b");
            """));

    [Fact]
    public void OfCell_NameFromEarlierCell_IsKnown() =>
        Assert.Contains("<span class=\"t\">Vendor</span>.<span class=\"t\">Inner</span>", Colour(
            "class Vendor { public class Inner { } }", "Vendor.Inner value = null;"), StringComparison.Ordinal);

    [Fact]
    public void OfCell_NameDeclaredAnew_IsWhatItIsThere()
    {
        var colours = Colour("int Session(int id) => id;", "class Session { }", "new Session()");

        Assert.Equal("<span class=\"k\">new</span> <span class=\"t\">Session</span>()", colours);
    }

    [Theory]
    [InlineData("async Task F( {{{ \"unfinished")]
    [InlineData("#r \"missing.dll\"")]
    [InlineData("#!time\nvar x = <<<;")]
    [InlineData("")]
    public void OfCell_BrokenCode_StillShowsItsText(string code)
    {
        var colours = Colour(code);

        Assert.Equal(code, Handouts.Rendering.Html.Read($"<pre>{colours}</pre>").TextContent);
    }

    [Fact]
    public void OfSnippet_UnknownPackage_IsColouredByPlace()
    {
        var colours = new CodeColours(Of());

        var html = colours.OfSnippet("builder.AddRetry(new HttpRetryStrategyOptions());", TestContext.Current.CancellationToken);

        Assert.Equal(
            "builder.<span class=\"m\">AddRetry</span>(<span class=\"k\">new</span> <span class=\"t\">HttpRetryStrategyOptions</span>());",
            html);
    }

    [Fact]
    public void OfSnippet_OnlyRightInAFile_IsReadAsOne()
    {
        var colours = new CodeColours(Of());

        var html = colours.OfSnippet("using var gate = new SemaphoreSlim(3);", TestContext.Current.CancellationToken);

        Assert.StartsWith("<span class=\"k\">using</span> <span class=\"k\">var</span> gate", html, StringComparison.Ordinal);
    }

    /// <summary>The colours of the last of some cells.</summary>
    private static string Colour(params string[] sources)
    {
        Cell[] cells = [.. sources.Select(source => Code(source))];
        var colours = new CodeColours(Of(cells));
        return colours.OfCell(cells[^1], TestContext.Current.CancellationToken);
    }
}

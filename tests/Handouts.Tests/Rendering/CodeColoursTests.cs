using Handouts.Notebooks;
using Handouts.Rendering.Colouring;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class CodeColoursTests
{
    [Fact]
    public async Task OfCell_Words_HaveTheirClasses() => Assert.Equal(
        """
        <span class="k">var</span> gate = <span class="k">new</span> <span class="t">SemaphoreSlim</span>(<span class="n">3</span>); <span class="c">// a gate</span>
        <span class="k">await</span> gate.<span class="m">WaitAsync</span>();
        <span class="t">Console</span>.<span class="m">WriteLine</span>(<span class="s">&quot;a &lt; b&quot;</span>);
        """,
        await ColourAsync("""
            var gate = new SemaphoreSlim(3); // a gate
            await gate.WaitAsync();
            Console.WriteLine("a < b");
            """));

    [Fact]
    public async Task OfCell_NameFromEarlierCell_IsKnown() =>
        Assert.Contains("<span class=\"t\">Vendor</span>.<span class=\"t\">Inner</span>", await ColourAsync(
            "class Vendor { public class Inner { } }", "Vendor.Inner value = null;"), StringComparison.Ordinal);

    [Fact]
    public async Task OfCell_NameDeclaredAnew_IsWhatItIsThere()
    {
        var colours = await ColourAsync("int Session(int id) => id;", "class Session { }", "new Session()");

        Assert.Equal("<span class=\"k\">new</span> <span class=\"t\">Session</span>()", colours);
    }

    [Theory]
    [InlineData("async Task F( {{{ \"unfinished")]
    [InlineData("#r \"missing.dll\"")]
    [InlineData("#!time\nvar x = <<<;")]
    [InlineData("")]
    public async Task OfCell_BrokenCode_StillShowsItsText(string code)
    {
        var colours = await ColourAsync(code);

        Assert.Equal(code, Handouts.Rendering.Html.Read($"<pre>{colours}</pre>").TextContent);
    }

    [Fact]
    public async Task OfSnippet_UnknownPackage_IsColouredByPlace()
    {
        using var colours = new CodeColours(Of());

        var html = await colours.OfSnippetAsync("builder.AddRetry(new HttpRetryStrategyOptions());", TestContext.Current.CancellationToken);

        Assert.Equal(
            "builder.<span class=\"m\">AddRetry</span>(<span class=\"k\">new</span> <span class=\"t\">HttpRetryStrategyOptions</span>());",
            html);
    }

    [Fact]
    public async Task OfSnippet_OnlyRightInAFile_IsReadAsOne()
    {
        using var colours = new CodeColours(Of());

        var html = await colours.OfSnippetAsync("using var gate = new SemaphoreSlim(3);", TestContext.Current.CancellationToken);

        Assert.StartsWith("<span class=\"k\">using</span> <span class=\"k\">var</span> gate", html, StringComparison.Ordinal);
    }

    /// <summary>The colours of the last of some cells.</summary>
    private static async Task<string> ColourAsync(params string[] sources)
    {
        Cell[] cells = [.. sources.Select(source => Code(source))];
        using var colours = new CodeColours(Of(cells));
        return await colours.OfCellAsync(cells[^1], TestContext.Current.CancellationToken);
    }
}

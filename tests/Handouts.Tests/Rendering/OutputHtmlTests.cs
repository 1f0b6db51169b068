using Handouts.Notebooks;
using Handouts.Rendering.Outputs;

namespace Handouts.Tests.Rendering;

public sealed class OutputHtmlTests
{
    private readonly OutputHtml _outputs = new(new PageAssets());

    [Fact]
    public void Render_Streams_AreMergedAndEscaped() =>
        Assert.Equal(
            "<div class=\"out text\"><span class=\"sr\">Output:</span><pre>a &lt;b&gt;\nc</pre></div>",
            _outputs.Render([new StreamOutput("stdout", "a <b>\n"), new StreamOutput("stdout", "c\n")], held: false));

    [Fact]
    public void Render_Error_NamesTheExceptionAndThePlace()
    {
        var html = _outputs.Render([new ErrorOutput("StuckException", "nothing <ready>", ["cell, line 3"])], held: false);

        Assert.Contains("<span class=\"what\">StuckException</span>: nothing &lt;ready&gt;", html, StringComparison.Ordinal);
        Assert.Contains("cell, line 3", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ColouredConsole_LosesTheEscapeCodes() =>
        Assert.Contains("<pre>red</pre>", _outputs.Render([new StreamOutput("stdout", "\u001b[31mred\u001b[0m")], held: false), StringComparison.Ordinal);

    [Fact]
    public void Render_PlainValue_IsText() => Assert.Contains(
        "<pre>&lt;42&gt;</pre>",
        _outputs.Render([new DisplayOutput(new Dictionary<string, string> { ["text/plain"] = "<42>" }, true, [])], held: false),
        StringComparison.Ordinal);

    [Fact]
    public void Render_Held_HidesAllOfIt()
    {
        var html = _outputs.Render([new StreamOutput("stdout", "0.6")], held: true);

        Assert.StartsWith("<div class=\"held\"><div class=\"hideable\"><div class=\"out text\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NothingHeld_LeavesNoVeil() => Assert.Equal("", _outputs.Render([], held: true));
}

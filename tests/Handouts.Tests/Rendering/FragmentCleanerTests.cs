using Handouts.Rendering.Outputs;

namespace Handouts.Tests.Rendering;

public sealed class FragmentCleanerTests
{
    private readonly PageAssets _assets = new();

    [Theory]
    [InlineData("<p style=\"color:red\">x</p>", "style")]
    [InlineData("<p onclick=\"x()\">x</p>", "onclick")]
    [InlineData("<a href=\"javascript:x()\">x</a>", "javascript")]
    [InlineData("<a href=\" java\tscript:x()\">x</a>", "script:")]
    [InlineData("<img src=\"https://example.org/x.png\">", "example.org")]
    [InlineData("<img srcset=\"https://example.org/x.png 2x\">", "example.org")]
    [InlineData("<svg><image href=\"https://example.org/x.png\"/></svg>", "example.org")]
    [InlineData("<svg><image xlink:href=\"https://example.org/x.png\"/></svg>", "example.org")]
    [InlineData("<svg><use href=\"https://example.org/x.svg#a\"/></svg>", "example.org")]
    [InlineData("<svg><rect fill=\"url(https://example.org/x.svg#a)\"/></svg>", "example.org")]
    [InlineData("<svg><a xlink:href=\"javascript:x()\"><text>x</text></a></svg>", "javascript")]
    [InlineData("<form action=\"https://example.org\"></form>", "example.org")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://example.org/x.css\">", "link")]
    [InlineData("<iframe srcdoc=\"<script>x()</script>\"></iframe>", "iframe")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\">", "meta")]
    [InlineData("<template><script>x()</script></template>", "script")]
    [InlineData("<style>@import 'https://example.org/x.css';</style>", "example.org")]
    public void Clean_WhatRunsOrLoads_IsGone(string fragment, string gone)
    {
        var clean = new FragmentCleaner(_assets).Clean(fragment);

        Assert.DoesNotContain(gone, clean + string.Concat(_assets.Styles) + string.Concat(_assets.Scripts), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Clean_ForeignScript_LeavesANotice()
    {
        var clean = new FragmentCleaner(_assets).Clean("<div>chart</div><script>require(['plotly'])</script>");

        Assert.DoesNotContain("plotly", clean, StringComparison.Ordinal);
        Assert.Contains("<p class=\"notice\">A script of this output is left out of the handout.</p>", clean, StringComparison.Ordinal);
        Assert.Empty(_assets.Scripts);
    }

    [Theory]
    [InlineData("<script data-course=\"x\" src=\"https://example.org/x.js\"></script>")]
    [InlineData("<script type=\"application/json\" src=\"https://example.org/x.json\"></script>")]
    public void Clean_ScriptFromElsewhere_IsNeverTrusted(string script)
    {
        Assert.DoesNotContain("example.org", new FragmentCleaner(_assets).Clean(script), StringComparison.Ordinal);
        Assert.Empty(_assets.Scripts);
    }

    [Fact]
    public void Clean_MarkedStylesAndScripts_MoveToThePageOnce()
    {
        var cleaner = new FragmentCleaner(_assets);
        const string Chart = "<figure class=\"g\">x</figure><style data-course>.g{color:red}</style><script data-course>draw()</script>";

        var first = cleaner.Clean(Chart);
        cleaner.Clean(Chart);

        Assert.Equal("<figure class=\"g\">x</figure>", first);
        Assert.Equal([".g{color:red}"], _assets.Styles);
        Assert.Equal(["draw()"], _assets.Scripts);
    }

    [Fact]
    public void Clean_StyleOfAnotherLibrary_ReachesNoFurtherThanItsOutput()
    {
        var clean = new FragmentCleaner(_assets).Clean("<style>td{color:red}</style><table></table>");

        var style = Assert.Single(_assets.Styles);
        var name = style[(style.IndexOf('.') + 1)..style.IndexOf(')')];
        Assert.Equal($"@scope (.{name}){{td{{color:red}}}}", style);
        Assert.Contains($"<table class=\"{name}\">", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_TimelineData_StaysWhereItIs()
    {
        const string Data = "<script type=\"application/json\" data-kind=\"timeline\">{\"a\":\"<\\/b>\"}</script>";

        Assert.Equal(Data, new FragmentCleaner(_assets).Clean(Data));
    }

    [Fact]
    public void Clean_Svg_KeepsItsSpelling()
    {
        const string Svg = "<svg viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\"><defs><pattern id=\"p\" patternUnits=\"userSpaceOnUse\"></pattern></defs><rect fill=\"url(#p)\"></rect></svg>";

        Assert.Equal(Svg, new FragmentCleaner(_assets).Clean(Svg));
    }
}

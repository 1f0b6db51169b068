using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>What was expected is drawn dashed over what happened, and told in words.</summary>
public sealed class GhostTests
{
    private static readonly Timeline Run = Reference.Timeline("lecture24-24.1.as-written");

    [Fact]
    public void ToHtml_WithoutAGhost_HasNoTraceOfOne() => Assert.DoesNotContain("gh", Parse(null).QuerySelectorAll("[class]").SelectMany(e => e.ClassList));

    [Fact]
    public void ToHtml_WithAGuessedBar_DrawsItsOutlineInItsRow()
    {
        var page = Parse(new Ghost([new GhostMark("session-7", Small.At(0.3), Small.At(0.6))]));

        var bar = page.QuerySelector(".body ~ .gh g[transform='translate(0,180)'] rect")!;
        Assert.Equal(("33.33%", "33.33%"), (bar.GetAttribute("x"), bar.GetAttribute("width")));
        Assert.Equal("your guess", page.QuerySelector(".body ~ .gh text")!.TextContent);
        Assert.Equal("your guess", page.QuerySelector(".lg li:last-child")!.TextContent);
        Assert.EndsWith("Your guess: session-7 from 0.3 to 0.6 s.", page.QuerySelector("svg > desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_WithAGuessThatCameTrue_NeedsNoLabel() =>
        Assert.Null(Parse(new Ghost([new GhostMark("session-7", Small.At(0.6), Small.At(0.9))])).QuerySelector(".body ~ .gh text"));

    [Fact]
    public void ToHtml_WithAGuessBeyondTheRun_LengthensTheAxisWithinReason()
    {
        var near = Parse(new Ghost([new GhostMark(null, Small.At(1.2))]));
        var far = Parse(new Ghost([new GhostMark(null, Small.At(3000))]));

        Assert.Equal("1.2", near.QuerySelector("svg.pl")!.GetAttribute("data-domain"));
        Assert.Equal("1.44", far.QuerySelector("svg.pl")!.GetAttribute("data-domain"));
        Assert.Equal("100%", far.QuerySelector(".gh line")!.GetAttribute("x1"));
    }

    [Fact]
    public void ToHtml_WithAGuessAboutAnUnknownLane_TellsItOnly()
    {
        var page = Parse(new Ghost([new GhostMark("nobody", Small.At(0.3))]));

        Assert.Empty(page.QuerySelectorAll(".body ~ .gh *"));
        Assert.Contains("nobody at 0.3 s", page.QuerySelector("svg > desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_OfACopyOfARun_BringsTheStyleOfItsOwnLayerMarkedAsOurs() =>
        Assert.Contains("--gu:var(--course-guess,var(--L,#894884)", Parse(new Ghost([])).QuerySelector("style[data-course=ghost]")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void ToString_WithGuesses_GivesEachALineBelowItsRow()
    {
        var text = new GanttChart(Run, new Ghost([new GhostMark("session-7", Small.At(0.3), Small.At(0.6)), new GhostMark(null, Small.At(1.2))])).ToString();
        var lines = text.Split('\n').ToList();

        var below = lines[lines.FindIndex(line => line.StartsWith("session-7", StringComparison.Ordinal)) + 1];
        Assert.Matches(@"^  your guess +┆╌+┆$", below);
        Assert.Contains(lines, line => line.StartsWith("  your guess", StringComparison.Ordinal) && line.Contains("1.2 s", StringComparison.Ordinal));
        Assert.Contains("┆╌╌┆ your guess", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void Ghost_WithAHostileName_ShowsItAsText(string name)
    {
        var run = HostileNamesTests.Everywhere(name);
        var ghost = new Ghost([new GhostMark(name, Small.At(0.5), Small.At(1), name), new GhostMark(name, Small.At(2), Label: name), new GhostMark(null, Small.At(1))], name);

        var page = new HtmlParser().ParseDocument("<!doctype html><body>" + new GanttChart(run, ghost).ToHtml());
        var lines = new GanttChart(run, ghost).ToString().Split('\n');

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("img, [onload], [onerror], script:not([type], [data-course=gantt])"));
        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 300));
        Assert.DoesNotContain(lines.Skip(Array.IndexOf(lines, "")), line => line.Length > 80 || line.Any(char.IsControl));
    }

    private static IHtmlDocument Parse(Ghost? ghost) =>
        new HtmlParser().ParseDocument("<!doctype html><body>" + new GanttChart(Run, ghost).ToHtml());
}

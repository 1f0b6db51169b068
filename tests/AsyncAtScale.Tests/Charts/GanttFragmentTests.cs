using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>What every fragment promises, whatever it shows.</summary>
public class GanttFragmentTests
{
    public static TheoryData<string> Runs => Reference.All;

    [Theory]
    [MemberData(nameof(Runs))]
    public void ToHtml_OfAnyRun_IsOneFigureWithoutStyleAttributesAndWithOneScript(string id)
    {
        var page = Parse(new GanttChart(Reference.Timeline(id)).ToHtml());

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("[style], [onload], [onclick], [href], [src]"));
        Assert.Equal("timeline", Assert.Single(page.Scripts, script => script.Type == "application/json").GetAttribute("data-kind"));
        Assert.Equal("gantt", Assert.Single(page.Scripts, script => script.Type is null or "").GetAttribute("data-course"));
        Assert.Single(page.QuerySelectorAll("svg[role=img] > title"));
        Assert.Single(page.QuerySelectorAll("svg[role=img] > desc"));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ToHtml_OfAnyRun_CarriesTheWholeTimeline(string id)
    {
        var timeline = Reference.Timeline(id);
        var json = Parse(new GanttChart(timeline).ToHtml()).QuerySelector("script[data-kind=timeline]")!.TextContent;

        var carried = TimelineFormat.Read(JsonNode.Parse(json)!.AsObject());

        Assert.True(JsonNode.DeepEquals(TimelineFormat.Write(timeline, "x"), TimelineFormat.Write(carried, "x")));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ToHtml_OfAnyRun_ReadsAsWrittenInEveryText(string id)
    {
        var figure = Parse(new GanttChart(Reference.Timeline(id)).ToHtml()).QuerySelector("figure")!;
        var words = figure.QuerySelectorAll("text, p, li, td, th, title, desc").Select(element => element.TextContent).ToList();

        Assert.DoesNotContain(words, text => text.Contains("&amp;") || text.Contains("&lt;") || text.Contains("System.") || text.Contains('\ufffd'));
        Assert.All(figure.QuerySelectorAll("p.hd, li, td:nth-child(2)"), element => Assert.NotEqual("", element.TextContent.Trim()));
    }

    [Fact]
    public void ToHtml_OfAllRunsTwiceOnOnePage_HasUniqueIdsAndOneStyleSheetAndScript()
    {
        var page = Parse(string.Concat(Reference.Ids.Concat(Reference.Ids).Select(id => new GanttChart(Reference.Timeline(id)).ToHtml())));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Single(page.QuerySelectorAll("style[data-course=gantt]").Select(style => style.TextContent).Distinct());
        Assert.Single(page.QuerySelectorAll("script[data-course=gantt]").Select(script => script.TextContent).Distinct());
        Assert.All(References(page), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void ToHtml_OfOneChart_IsTheSameEveryTime()
    {
        var chart = new GanttChart(Reference.Timeline("lecture24-24.1.as-written"));

        Assert.Equal(chart.ToHtml(), chart.ToHtml());
    }

    [Fact]
    public void ToHtml_OfEqualTimelines_DiffersOnlyInThePrefixOfIds()
    {
        var first = new GanttChart(Reference.Timeline("lesson3-V.2.as-written")).ToHtml();
        var second = new GanttChart(Reference.Timeline("lesson3-V.2.as-written")).ToHtml();

        Assert.NotEqual(first, second);
        Assert.Equal(first.Replace(Prefix(first) + "-", "-"), second.Replace(Prefix(second) + "-", "-"));
        Assert.StartsWith(Prefix(first).Split('-')[0], Prefix(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lecture24-24.1.as-written", 40_000)]
    [InlineData("lecture24-24.1.unequal", 40_000)]
    [InlineData("lecture24-24.2.us-east-wins", 32_000)]
    [InlineData("lecture24-24.4.consumers-slower", 50_000)]
    [InlineData("lecture24-24.0.semaphore-10", 75_000)]
    public void ToHtml_OfAnOrdinaryRun_StaysSmall(string id, int mostBytes)
    {
        var bytes = Encoding.UTF8.GetByteCount(new GanttChart(Reference.Timeline(id)).ToHtml());

        Assert.InRange(bytes, 5_000, mostBytes);
    }

    [Fact]
    public void ToHtml_OfAnEmptyTimeline_SaysThatNothingHappened()
    {
        var html = new GanttChart(Small.Run(0, [])).ToHtml();

        Assert.Equal("Nothing but time passes: 0 s in all.", Parse(html).QuerySelector("p.hd")!.TextContent);
        Assert.DoesNotContain("NaN", html);
    }

    [Fact]
    public void Style_OfTheFragment_TakesThePaletteOfThePageAndFollowsItsTheme()
    {
        var css = Parse(new GanttChart(Small.Run(1, [Small.Work("a", 0, 1)])).ToHtml()).QuerySelector("style")!.TextContent;

        Assert.Contains("--run:var(--course-run,var(--L,#1a6dbc)var(--D,#59a2f1))", css);
        Assert.Contains(":root[data-theme=dark] .course-gantt", css);
        Assert.Contains("body.vscode-dark .course-gantt", css);
        Assert.Contains("@media print", css);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html);

    private static string Prefix(string html) =>
        Parse(html).QuerySelector("svg[role=img]")!.GetAttribute("aria-labelledby")![..^"-t".Length];

    /// <summary>Every id that a pattern, mask or label refers to.</summary>
    private static IEnumerable<string> References(IHtmlDocument page) => page.All
        .SelectMany(element => new[] { element.GetAttribute("fill"), element.GetAttribute("mask") })
        .Where(value => value is not null && value.StartsWith("url(#", StringComparison.Ordinal))
        .Select(value => value![5..^1])
        .Concat(page.All.Select(element => element.GetAttribute("aria-labelledby")).OfType<string>())
        .Concat(page.All.Select(element => element.GetAttribute("aria-describedby")).OfType<string>());
}

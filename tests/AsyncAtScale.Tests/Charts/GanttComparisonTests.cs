using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Two runs in one figure.</summary>
public class GanttComparisonTests
{
    [Theory]
    [InlineData("lecture24-24.1.unbounded", "lecture24-24.1.as-written", "0.9 s instead of 0.3 s; permits in use: at most three instead of nine.")]
    [InlineData("lesson3-V.2.as-written", "lesson3-V.2.fixed", "Done after 4.1 s instead of never.")]
    [InlineData("lesson3-V.2.fixed", "lesson3-V.2.as-written", "Deadlock at 2 s; before, done after 4.1 s.")]
    [InlineData("lecture24-24.1.as-written", "lecture24-24.1.as-written", "0.9 s as before.")]
    public void Headline_OfTwoRuns_SaysWhatChanged(string before, string after, string expected) =>
        Assert.Equal(expected, new GanttComparison(Reference.Timeline(before), Reference.Timeline(after)).Headline);

    [Fact]
    public void ToHtml_OfTwoRuns_IsOneFigureWithBothTimelines()
    {
        var comparison = new GanttComparison(Reference.Timeline("lecture24-24.1.unbounded"), Reference.Timeline("lecture24-24.1.as-written"))
        {
            BeforeName = "Without a <gate>",
            AfterName = "With one",
        };
        var page = new HtmlParser().ParseDocument("<!doctype html><body>" + comparison.ToHtml());

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Equal(2, page.QuerySelectorAll("svg[role=img]").Length);
        Assert.Single(page.QuerySelectorAll("svg[role=img]").Select(plot => plot.GetAttribute("data-domain")).Distinct());
        Assert.Equal(["Without a <gate>:", "With one:"], page.QuerySelectorAll(".vp .pn b").Select(name => name.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("script[data-kind=timeline]").Length);
        Assert.Single(page.QuerySelectorAll("style[data-course=gantt]"));
        Assert.Single(page.QuerySelectorAll("script[data-course=gantt]"));
        Assert.Equal(page.QuerySelectorAll(".in .b").Length, page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[style]"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void ToString_OfTwoRuns_DrawsBothOnOneScale()
    {
        var text = new GanttComparison(Small.Run(1, [Small.Work("a", 0, 1)]), Small.Run(2, [Small.Work("a", 0, 2)])).ToString();

        var bars = text.Split('\n').Where(line => line.StartsWith("a ", StringComparison.Ordinal) && line.Contains('█')).Select(line => line.Count(letter => letter == '█')).ToList();
        Assert.Equal(2 * bars[0], bars[1]);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Cause_OfAWaitCutByATimer_IsTheTimer()
    {
        Span[] spans = [Small.Work("child", 0, 1), Small.Wait("main", 0, 1, WaitReason.Tasks, ending: Ending.Cancelled)];
        Wake[] wakes = [Small.Handover("main", "child", 1), new(Small.At(1), "main", null, WakeKind.Timer)];

        var page = new HtmlParser().ParseDocument(new GanttChart(Small.Run(1, spans, wakes: wakes)).ToHtml());

        Assert.Equal("its timer", page.QuerySelectorAll("tbody tr")[1].LastElementChild!.TextContent);
    }
}

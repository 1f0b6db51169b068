using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Arrows are recorded, never guessed.</summary>
public class WakeArrowTests
{
    private static readonly Span[] Spans =
        [Small.Work("a", 0, 1), Small.Wait("b", 0, 1, WaitReason.Permit), Small.Work("b", 1, 2), Small.Wait("c", 0, 1, WaitReason.Timer), Small.Work("c", 1, 2)];

    [Fact]
    public void Arrows_WithoutWakes_AreNotOffered()
    {
        var page = Parse(new GanttChart(Small.Run(2, Spans)).ToHtml());

        Assert.Empty(page.QuerySelectorAll("svg.wk, input.kw"));
    }

    [Fact]
    public void Arrows_OfAHandover_LeadFromTheCauseToTheWokenAtItsTime()
    {
        var page = Parse(new GanttChart(Small.Run(2, Spans, wakes: [Small.Handover("b", "a", 1)])).ToHtml());

        Assert.Single(page.QuerySelectorAll("input.kw"));
        Assert.All(page.QuerySelectorAll("svg.wk"), arrow =>
        {
            Assert.Equal("50%", arrow.GetAttribute("x"));
            Assert.Equal("0", arrow.GetAttribute("data-a"));
            Assert.Equal("1", arrow.GetAttribute("data-b"));
        });
        Assert.Equal("woken by a", page.QuerySelectorAll("tbody tr")[1].LastElementChild!.TextContent);
    }

    [Fact]
    public void Arrows_ThatFollowEachOther_HaveTheirHeadsAboveAllLines()
    {
        Wake[] wakes = [Small.Handover("b", "a", 1), Small.Handover("c", "b", 2)];
        var page = Parse(new GanttChart(Small.Run(2, Spans, wakes: wakes)).ToHtml());

        var drawn = page.QuerySelectorAll("svg.wk").Select(part => part.QuerySelector(".hd") is not null).ToList();
        Assert.Equal([false, false, true, true], drawn);
    }

    [Fact]
    public void Arrows_OfATimerOrOfAStartAtZero_AreNotDrawn()
    {
        Wake[] wakes = [new(Small.At(1), "c", null, WakeKind.Timer), new(TimeSpan.Zero, "b", "a", WakeKind.Start)];

        var page = Parse(new GanttChart(Small.Run(2, Spans, wakes: wakes)).ToHtml());

        Assert.Empty(page.QuerySelectorAll("svg.wk, input.kw"));
    }

    [Fact]
    public void Arrows_OfACancellation_AreDashed()
    {
        Span[] spans = [Small.Work("a", 0, 1), Small.Work("b", 0, 1, ending: Ending.Cancelled)];

        var page = Parse(new GanttChart(Small.Run(1, spans, wakes: [new(Small.At(1), "b", "a", WakeKind.Cancellation)])).ToHtml());

        Assert.All(page.QuerySelectorAll("svg.wk"), arrow => Assert.Contains("cancel", arrow.ClassList));
        Assert.NotEmpty(page.QuerySelectorAll("svg.wk"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arrows_ShownFromTheStart_HaveTheirSwitchOn(bool shown)
    {
        var page = Parse(new GanttChart(Small.Run(2, Spans, wakes: [Small.Handover("b", "a", 1)])) { ShowsArrows = shown }.ToHtml());

        Assert.Equal(shown, page.QuerySelector("input.kw")!.HasAttribute("checked"));
    }

    [Fact]
    public void CriticalPath_ThroughAHandover_IsMarkedAndSummedUp()
    {
        Span[] spans = [Small.Work("a", 0, 1), Small.Wait("b", 0, 1, WaitReason.Permit), Small.Work("b", 1, 2.5), Small.Work("c", 0, 2)];

        var page = Parse(new GanttChart(Small.Run(2.5, spans, wakes: [Small.Handover("b", "a", 1)])).ToHtml());

        Assert.Single(page.QuerySelectorAll("input.kp"));
        Assert.Equal(["a", "b"], page.QuerySelectorAll(".b.c").Select(bar => bar.Closest(".ln")!.QuerySelector(".lb")!.TextContent));
        Assert.Equal("Critical path a → b: 1 + 1.5 = 2.5 s", page.QuerySelector("p.cpt")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("svg.wk.cp"));
    }

    [Fact]
    public void CriticalPath_WithoutWakes_IsNotOffered()
    {
        var page = Parse(new GanttChart(Small.Run(2, Spans)).ToHtml());

        Assert.Empty(page.QuerySelectorAll("input.kp, p.cpt"));
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

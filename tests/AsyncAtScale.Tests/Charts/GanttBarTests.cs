using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>The picture is the proof: bars stand where the record says.</summary>
public class GanttBarTests
{
    /// <summary>Positions are rounded to a hundredth of a per cent, a tenth of a pixel.</summary>
    private const double Rounding = 0.0101;

    private const int MostUnfolded = 24;

    public static TheoryData<string> Runs =>
        [.. Reference.Ids.Where(id => Reference.Timeline(id).Lanes.Count <= MostUnfolded)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bars_OfAnyRun_StandAtTheTimesOfTheirSpans(string id)
    {
        var timeline = Reference.Timeline(id);
        var isStuck = timeline.StuckLanes.Count > 0;
        var domain = timeline.Total.TotalSeconds * (isStuck ? 1.22 : 1);
        var rows = Rows(timeline);

        Assert.Equal(timeline.Lanes.Count, rows.Count);
        foreach (var (row, lane) in rows.Zip(timeline.Lanes))
        {
            var spans = timeline.SpansOf(lane.Name).Where(span => span.End != span.Start).ToList();
            var bodies = row.QuerySelectorAll("rect.r").ToList();
            Assert.Equal(spans.Count, bodies.Count);
            foreach (var (body, span) in bodies.Zip(spans))
            {
                var start = span.Start.TotalSeconds / domain * 100;
                var end = span.End is { } known ? known.TotalSeconds / domain * 100 : 100;
                Assert.Equal(start, Percent(body, "x"), Rounding);
                Assert.Equal(end - start, Percent(body, "width"), Rounding);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bars_OfAnyRun_AreNamedAfterTheirLanes(string id)
    {
        var timeline = Reference.Timeline(id);

        Assert.Equal(timeline.Lanes.Select(lane => lane.Name), Rows(timeline).Select(row => row.QuerySelector(".lb")!.TextContent));
    }

    [Theory]
    [InlineData("lecture24-24.2.us-east-wins", "run", 1)]
    [InlineData("lecture24-24.2.us-east-wins", "canc", 2)]
    [InlineData("lecture24-24.3.mixed", "late", 4)]
    [InlineData("lecture24-24.3.mixed", "pause", 3)]
    [InlineData("lesson3-V.2.as-written", "stuck", 5)]
    [InlineData("lesson3-IV.2.slow-cleanup", "clean", 2)]
    [InlineData("lesson3-IV.2.slow-cleanup", "fail", 1)]
    [InlineData("lesson3-I.1", "block", 2)]
    [InlineData("lecture24-24.1.as-written", "wait", 6)]
    public void Bars_OfARun_LookLikeWhatHappened(string id, string look, int count)
    {
        var bars = Rows(Reference.Timeline(id)).Sum(row => row.QuerySelectorAll($".b.{look}").Length);

        Assert.Equal(count, bars);
    }

    [Fact]
    public void Bars_OfAnAbandonedLane_EndWithTheRunAndSaySo()
    {
        var row = Rows(Small.Run(2, [Small.Work("main", 0, 2), Small.Work("stray", 0.5, null, ending: Ending.Abandoned)]))[1];

        Assert.Equal(75, Percent(row.QuerySelector("rect.r")!, "width"), Rounding);
        Assert.Contains("left behind", row.TextContent);
    }

    [Fact]
    public void Bars_OfADerivedWait_GiveNoReason()
    {
        var wait = Small.Wait("a", 0, 1, null) with { IsDerived = true };

        var text = Assert.Single(Rows(Small.Run(2, [wait, Small.Work("a", 1, 2)]))[0].QuerySelectorAll(".wait text"));

        Assert.Equal("waits", text.TextContent);
    }

    [Fact]
    public void Marks_OfALaneOfManyWorks_StandOnlyAtItsEnd()
    {
        Instant[] instants = [Small.Happens("a", "finished", 1), Small.Happens("a", "finished", 2)];

        var row = Rows(Small.Run(2, [Small.Work("a", 0, 1), Small.Work("a", 1, 2)], instants))[0];

        Assert.Equal("100%", Assert.Single(row.QuerySelectorAll("svg.at")).GetAttribute("x"));
    }

    [Theory]
    [InlineData("permit", null, "waits for a permit")]
    [InlineData("item", null, "waits for an item")]
    [InlineData("room", "put item-9", "waits for room to put item-9")]
    [InlineData("event", null, "waits for the event")]
    [InlineData("lock", null, "waits for the lock")]
    [InlineData("timer", null, "sleeps")]
    [InlineData("tasks", "await slow", "awaits slow")]
    [InlineData("tasks", null, "waits for its tasks")]
    [InlineData("tasks", "WhenAll", "waits in WhenAll")]
    [InlineData("tasks", "wait for the first", "waits for the first")]
    public void Bars_OfAWait_SayTheReason(string reason, string? label, string expected)
    {
        var row = Rows(Small.Run(2, [Small.Wait("a", 0, 2, reason, label), Small.Work("b", 0, 2)]))[0];

        Assert.Equal(expected, row.QuerySelector(".wait text")!.TextContent);
    }

    private static List<IElement> Rows(Timeline timeline) =>
        [.. new HtmlParser().ParseDocument(new GanttChart(timeline).ToHtml()).QuerySelectorAll(".body > .ln")];

    private static double Percent(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);
}

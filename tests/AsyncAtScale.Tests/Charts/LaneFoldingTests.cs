using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>A hundred lanes stay readable.</summary>
public class LaneFoldingTests
{
    [Fact]
    public void Rows_OfAHundredCallsInTens_AreTen()
    {
        Assert.Equal(
            Enumerable.Range(0, 10).Select(ten => $"calls {(ten * 10) + 1}–{(ten * 10) + 10} ×10"),
            Names(Reference.Timeline("lecture24-24.0.semaphore-10")));
    }

    [Fact]
    public void Rows_OfAHundredCallsOfWhichTenAreServed_AreTwo()
    {
        var rows = Rows(Reference.Timeline("lecture24-24.0.unbounded"));

        Assert.Equal(["calls 1–10 ×10", "calls 11–100 ×90"], rows.Select(row => row.QuerySelector(".lb")!.TextContent));
        Assert.Equal("429", rows[1].QuerySelector(".ow")!.TextContent);
        Assert.NotNull(rows[1].QuerySelector(".m-fail.ho"));
        Assert.NotNull(rows[0].QuerySelector(".sk"));
    }

    [Theory]
    [InlineData(24, 24)]
    [InlineData(25, 1)]
    public void Rows_OfEqualLanes_AreFoldedOnlyAboveTwentyFour(int lanes, int rows)
    {
        var spans = Enumerable.Range(1, lanes).Select(number => Small.Work($"call-{number}", 0, 1)).ToList();

        Assert.Equal(rows, Rows(Small.Run(1, spans)).Count);
    }

    [Fact]
    public void Rows_OfLanesThatDifferInOneDetail_AreNotFolded()
    {
        var spans = Enumerable.Range(1, 30).Select(number => Small.Work($"call-{number}", 0, 1)).ToList();
        var odd = Small.Happens("call-7", "answer", 1, new() { ["status"] = 503 });

        Assert.Equal(["calls 1–6 ×6", "call-7", "calls 8–30 ×23"], Names(Small.Run(1, spans, [odd])));
    }

    [Fact]
    public void Rows_OfNumberedLanes_AreNamedByTheirStemAndNumbers()
    {
        var spans = Enumerable.Range(1, 30).Select(number => Small.Work($"quick-{number}", 0, 1)).ToList();

        Assert.Equal(["quick 1–30 ×30"], Names(Small.Run(1, spans)));
    }

    [Fact]
    public void Rows_OfUnnumberedLanes_AreNamedByTheFirstAndTheLast()
    {
        var spans = Enumerable.Range(0, 26).Select(number => Small.Work($"lane {(char)('a' + number)}", 0, 1)).ToList();

        Assert.Equal(["lane a … lane z ×26"], Names(Small.Run(1, spans)));
    }

    [Fact]
    public void CriticalPath_ThroughAFoldedLane_MarksItsRow()
    {
        var spans = Enumerable.Range(1, 15).Select(number => Small.Work($"call-{number}", 0, 1))
            .Concat(Enumerable.Range(16, 15).SelectMany(number => new[] { Small.Wait($"call-{number}", 0, 1, WaitReason.Permit), Small.Work($"call-{number}", 1, 2) }))
            .ToList();

        var rows = Rows(Small.Run(2, spans, wakes: [Small.Handover("call-30", "call-7", 1)]));

        Assert.Equal(["run c", "run c"], rows.SelectMany(row => row.QuerySelectorAll(".b.c")).Select(bar => bar.ClassName![2..]));
    }

    [Fact]
    public void Counters_OfFoldedLanes_CountAllOfThem()
    {
        var spans = Enumerable.Range(1, 30).Select(number => Small.Work($"call-{number}", 0, 1)).ToList();
        var band = new HtmlParser().ParseDocument(new GanttChart(Small.Run(1, spans)).ToHtml()).QuerySelector(".cn[data-name=in-flight]")!;

        Assert.Contains(band.QuerySelectorAll("text"), text => text.TextContent == "30");
    }

    private static IEnumerable<string> Names(Timeline timeline) =>
        Rows(timeline).Select(row => row.QuerySelector(".lb")!.TextContent);

    private static List<IElement> Rows(Timeline timeline) =>
        [.. new HtmlParser().ParseDocument(new GanttChart(timeline).ToHtml()).QuerySelectorAll(".body > .ln")];
}

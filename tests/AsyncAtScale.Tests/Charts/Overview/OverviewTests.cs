using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Runs of thousands of spans: a few elements, all spans in them, words and sums that agree with the record.</summary>
public partial class OverviewTests
{
    private static readonly Timeline Bars = LargeRun.Of(lanes: 100, spansEach: 30);
    private static readonly Timeline Shares = LargeRun.Of(lanes: 1000, spansEach: 4);

    public static TheoryData<string> Kinds => ["bars", "shares"];

    [Theory]
    [InlineData(GanttChart.MostSpans, false)]
    [InlineData(GanttChart.MostSpans + 1, true)]
    public void ToHtml_BeyondTheMostSpans_IsAnOverview(int spans, bool isOverview)
    {
        var chart = new GanttChart(Small.Run(spans, [.. Enumerable.Range(0, spans).Select(i => Small.Work("a", i, i + 1))]));

        Assert.Equal(isOverview, Parse(chart).QuerySelector(".course-overview") is not null);
    }

    [Fact]
    public void Bars_OfAllLanes_AreAHandfulOfElementsAndStandAtTheirTimes()
    {
        var page = Parse(new GanttChart(Bars));

        var drawn = page.QuerySelectorAll(".in .ob").Sum(path => Strokes().Count(path.GetAttribute("d")!));
        var waits = Strokes().Matches(page.QuerySelector(".in .ob.wait")!.GetAttribute("d")!);
        var expected = Bars.Spans.Where(span => span.Activity == Activity.Waiting).OrderBy(span => span.Lane, StringComparer.Ordinal).ThenBy(span => span.Start).ToList();

        Assert.Equal(Bars.Spans.Count, drawn);
        Assert.InRange(page.QuerySelectorAll("figure *").Length, 50, 400);
        Assert.Equal(expected.Count, waits.Count);
        Assert.All(expected.Zip(waits), pair => Assert.Equal(
            pair.First.Start / Bars.Total * 800, double.Parse(pair.Second.Groups[1].Value, CultureInfo.InvariantCulture), 0.051));
    }

    [Fact]
    public void Shares_OfARow_StackUpToAllItsLanes()
    {
        // Fifty lanes run for the first half and wait for the second; fifty others the other way round.
        Span[] spans =
        [
            .. Enumerable.Range(0, 800).SelectMany(i => i % 2 == 0
                ? new[] { Small.Work($"a-{i}", 0, 1), Small.Wait($"a-{i}", 1, 2, WaitReason.Permit), Small.Work($"a-{i}", 2, 3) }
                : [Small.Wait($"a-{i}", 0, 1, WaitReason.Permit), Small.Work($"a-{i}", 1, 2), Small.Wait($"a-{i}", 2, 3, WaitReason.Permit)]),
        ];
        var page = Parse(new GanttChart(Small.Run(3, spans)));

        var run = page.QuerySelector(".in .oa.run")!.GetAttribute("d")!;
        var first = run[..(run.IndexOf('Z') + 1)];

        // One row of lanes is 28 or 20 pixels high; half of its bar runs all the time, to the pixel.
        var half = (int)Math.Round(BarHeight(page) / 2.0);
        Assert.Equal($"M0 {Floor(page)}V{Floor(page) - half}h800V{Floor(page)}h-800Z", first);
    }

    [Fact]
    public void Headline_OfALargeRun_SaysWhereTheTimeWent()
    {
        Span[] spans = [.. Enumerable.Range(0, 1001).SelectMany(i => new[] { Small.Wait($"call-{i}", 0, 3, WaitReason.Permit), Small.Work($"call-{i}", 3, 4) })];

        Assert.Equal("2,002 spans of 1,001 calls in 4 s: of their time 75% waiting and 25% running.", new GanttChart(Small.Run(4, spans)).Headline);
    }

    [Fact]
    public void Sums_AgreeWithTheRecord()
    {
        var row = Parse(new GanttChart(Bars)).QuerySelectorAll("tbody tr").First(candidate => candidate.Children[0].TextContent == "waiting");
        var waits = Bars.Spans.Where(span => span.Activity == Activity.Waiting).ToList();

        Assert.Equal(waits.Count.ToString("N0", CultureInfo.InvariantCulture), row.Children[1].TextContent);
        Assert.Equal(waits.Sum(span => span.Duration!.Value.TotalSeconds), double.Parse(row.Children[2].TextContent, CultureInfo.InvariantCulture), 0.001);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToHtml_OfEitherKind_CarriesEverySpan(string kind)
    {
        var timeline = Of(kind);
        var data = JsonNode.Parse(Parse(new GanttChart(timeline)).QuerySelector("script[data-kind=spans]")!.TextContent)!;

        var spans = Decode(data);

        var expected = timeline.Spans.OrderBy(span => span.Lane, StringComparer.Ordinal).ThenBy(span => span.Start)
            .Select(span => (span.Lane, span.Start, span.End!.Value, span.Label ?? span.Reason));
        Assert.Equal(expected, spans);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToHtml_OfEitherKind_IsOneFigureThatAPolicyLetsPass(string kind)
    {
        var chart = new GanttChart(Of(kind));
        var page = Parse(chart);

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("[style], [onload], [onclick], [href], [src]"));
        Assert.All(page.Scripts, script => Assert.True(script.Type == "application/json" || script.HasAttribute("data-course")));
        Assert.Single(page.QuerySelectorAll("svg[role=img] > desc"));
        Assert.Equal(chart.ToHtml(), chart.ToHtml());
        Assert.InRange(Encoding.UTF8.GetByteCount(chart.ToHtml()), 40_000, 60 * Of(kind).Spans.Count);
        Assert.DoesNotContain(chart.ToString().Split('\n'), line => line.Length > 80);
    }

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToHtml_WithAHostileName_ShowsItAsText(string name)
    {
        Span[] spans = [.. Enumerable.Range(0, 2100).Select(i => Small.Work(i % 2 == 0 ? name : "other", i, i + 1, name))];
        var timeline = Small.Run(2100, spans, counters: [new Counter(name, 2, [new(TimeSpan.Zero, 1)])], title: name);
        var page = Parse(new GanttChart(timeline));

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("img, [onload], [onerror], script:not([type]):not([data-course])"));
        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 300));
        Assert.InRange(page.QuerySelector("svg > desc")!.TextContent.Length, 1, 1_500);
        Assert.DoesNotContain(new GanttChart(timeline).ToString().Split('\n'), line => line.Length > 80 || line.Any(char.IsControl));
    }

    internal static Timeline Of(string kind) => kind == "bars" ? Bars : Shares;

    /// <summary>The compact form read back, independently of the script.</summary>
    private static List<(string Lane, TimeSpan From, TimeSpan To, string? Label)> Decode(JsonNode data)
    {
        var bytes = new Queue<byte>(Convert.FromBase64String((string)data["spans"]!));
        var (unit, names, lane) = ((double)data["unit"]!, data["names"]!.AsArray(), "");
        var spans = new List<(string, TimeSpan, TimeSpan, string?)>();
        for (var i = 0; i < names.Count; i += 2)
        {
            lane = lane[..(int)names[i]!] + (string)names[i + 1]!;
            var at = 0L;
            for (var left = Next(bytes); left > 0; left--)
            {
                var gap = Next(bytes);
                var from = at + (gap % 2 == 0 ? gap / 2 : -(gap + 1) / 2);
                at = from + Next(bytes);
                var label = (int)(Next(bytes) / 9);
                spans.Add((lane, Small.At(from * unit), Small.At(at * unit), label == 0 ? null : (string)data["labels"]![label - 1]!));
            }
        }

        Assert.Empty(bytes);
        return spans;
    }

    private static long Next(Queue<byte> bytes)
    {
        var (value, shift) = (0L, 0);
        byte part;
        do
        {
            part = bytes.Dequeue();
            value |= (long)(part & 0x7f) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return value;
    }

    private static int Pitch(IHtmlDocument page) => int.Parse(page.QuerySelector(".vp")!.GetAttribute("data-pitch")!, CultureInfo.InvariantCulture);

    private static int Floor(IHtmlDocument page) => Pitch(page) - 1;

    private static int BarHeight(IHtmlDocument page) => Pitch(page) - 4;

    private static IHtmlDocument Parse(GanttChart chart) => new HtmlParser().ParseDocument("<!doctype html><body>" + chart.ToHtml());

    [GeneratedRegex(@"M([\d.]+) [\d.]+H[\d.]+")]
    private static partial Regex Strokes();
}

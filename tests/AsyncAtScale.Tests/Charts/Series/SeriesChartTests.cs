using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>The fragment of a series chart: lines where the values say, words that agree with them, nothing a policy forbids.</summary>
public class SeriesChartTests
{
    private static readonly Series Five = Series.Steps("five places", [(0, 0), (0.2, 3), (0.5, 5), (1, 0)]);
    private static readonly Series One = Series.Steps("one place", [(0, 0), (0.1, 1), (1.6, 0)], until: 2);

    public static TheoryData<string> Kinds => ["steps", "lines", "bars", "band"];

    [Fact]
    public void Headline_OfSeveralSeries_NamesEachPeak() =>
        Assert.Equal("Depth: at most 5 items (five places), 1 (one place).", new SeriesChart("Depth", Five, One) { Unit = "items" }.Headline);

    [Theory]
    [InlineData(5, "; never above the limit of 5.")]
    [InlineData(4, "; above the limit of 4: five places.")]
    public void Headline_AgainstALimit_SaysWhoExceedsIt(double limit, string expected) =>
        Assert.EndsWith(expected, new SeriesChart("Depth", Five, One) { Limit = limit }.Headline, StringComparison.Ordinal);

    [Fact]
    public void Headline_OfBars_SumsThemUp()
    {
        var chart = new SeriesChart("Answers", Series.Bars("served", 0.5, [3, 0, 2]), Series.Bars("refused", 0.5, [1, 4], Ending.Cancelled));

        Assert.Equal("Answers: 5 served and 5 refused; at most 4 in 0.5 s.", chart.Headline);
    }

    [Fact]
    public void Headline_OfTheAuthor_StandsAboveTheTitle()
    {
        var page = Parse(new SeriesChart("Depth", Five) { Headline = "Five is plenty.", Unit = "items" });

        Assert.Equal(("Five is plenty.", "Depth, in items"), (page.QuerySelector("p.hd")!.TextContent, page.QuerySelector("p.sub")!.TextContent));
    }

    [Fact]
    public void Steps_AreDrawnAtTheirTimesAndValues()
    {
        var path = Parse(new SeriesChart("Depth", Five, One)).QuerySelector("svg.sv .s0")!.GetAttribute("d");

        // 2 s are 10,000 units, 5 items 180 pixels.
        Assert.Equal("M0 180H0V180H1000V72H2500V0H5000V180H5000", path);
    }

    [Fact]
    public void Bars_StandOnOneAnother()
    {
        var chart = new SeriesChart("Answers", Series.Bars("served", 0.5, [1, 0]), Series.Bars("late", 0.5, [3, 4], Ending.TimedOut));

        var bars = Parse(chart).QuerySelectorAll(".in rect.r").Select(bar =>
            (X: bar.GetAttribute("x"), Y: Number(bar.GetAttribute("y")), Height: Number(bar.GetAttribute("height")), IsHatched: bar.HasAttribute("fill"))).ToList();

        Assert.Equal([("0%", 135, 45, false), ("0%", 0, 135, true), ("50%", 0, 180, true)], bars);
    }

    [Fact]
    public void Names_OfLinesThatEndTogether_StandApart()
    {
        var chart = new SeriesChart("Six", [.. Enumerable.Range(0, 6).Select(i => Series.Line($"line {i}", [(0, 5), (1, 0)]))]);

        var heights = Parse(chart).QuerySelectorAll("svg.na").Select(name => Number(name.GetAttribute("y"))).Order().ToList();

        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 16));
        Assert.True(heights[^1] <= 180);
    }

    [Fact]
    public void Table_HasEveryValue()
    {
        var rows = Parse(new SeriesChart("Depth", Five, One)).QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();

        Assert.Equal(["0 0 0", "0.1 0 1", "0.2 3 1", "0.5 5 1", "1 0 1", "1.6 – 0"], rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToHtml_OfEveryKind_IsOneFigureThatAPolicyLetsPass(string kind)
    {
        var page = Parse(Of(kind));

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("[style], [onload], [onclick], [href], [src]"));
        Assert.All(page.Scripts, script => Assert.True(script.Type == "application/json" || script.HasAttribute("data-course")));
        Assert.Single(page.QuerySelectorAll("svg[role=img] > title"));
        Assert.DoesNotContain("NaN", page.Body.InnerHtml.Split("<script")[0]);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToString_OfEveryKind_StaysWithinEightyColumns(string kind) =>
        Assert.DoesNotContain(Of(kind).ToString().Split('\n'), line => line.Length > 80);

    [Fact]
    public void ToString_OfSteps_DrawsThem() => Assert.Equal(
        """
        Depth: at most 2.

             0            0.2           0.4            0.6           0.8          1 s
             └─────────────┴─────────────┴──────────────┴─────────────┴────────────┘
        a  2                                    ███████████████████████████████████
                                                ███████████████████████████████████
             ██████████████████████████████████████████████████████████████████████
             ██████████████████████████████████████████████████████████████████████
             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔
        """.ReplaceLineEndings("\n"), new SeriesChart("Depth", Series.Steps("a", [(0, 1), (0.5, 2)], until: 1)).ToString());

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToHtml_WithAHostileName_ShowsItAsText(string name)
    {
        var chart = new SeriesChart(name, Series.Steps(name, [(0, 1)]), Series.Line("other", [(0, 2), (1, 1)])) { Unit = name, Limit = 1, LimitName = name };

        var page = Parse(chart);

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("img, [onload], [onerror], script:not([type]):not([data-course])"));
        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 700));
        var carried = JsonNode.Parse(page.QuerySelector("script[data-kind=series]")!.TextContent)!;
        Assert.Equal(name.Replace('\ud83d', '\ufffd').Length, ((string)carried["series"]![0]!["name"]!).Length);
        Assert.DoesNotContain(chart.ToString().Split('\n').Skip(2), line => line.Any(char.IsControl));
    }

    [Fact]
    public void Chart_OfNothing_IsRefused() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new SeriesChart("Nothing")).Message);

    [Fact]
    public void Chart_OfSevenSeries_IsRefused() =>
        Assert.Contains("these are 7", Assert.Throws<ArgumentException>(() => new SeriesChart("Many", [.. Enumerable.Repeat(Five, 7)])).Message);

    [Fact]
    public void Chart_OfBarsAmongLines_IsRefused() =>
        Assert.Contains("all series", Assert.Throws<ArgumentException>(() => new SeriesChart("Mixed", Five, Series.Bars("a", 1, [1]))).Message);

    [Fact]
    public void Chart_OfEmptySeries_SaysSo()
    {
        var html = new SeriesChart("Nothing yet", Series.Line("a", [])).ToHtml();

        Assert.Contains("a: no values.", html);
        Assert.DoesNotContain("NaN", html.Split("<script")[0]);
    }

    internal static SeriesChart Of(string kind) => kind switch
    {
        "steps" => new SeriesChart("Depth", Five, One) { Unit = "items", Limit = 5, LimitName = "places" },
        "lines" => new SeriesChart("Six", [.. Enumerable.Range(0, 6).Select(i => Series.Line($"series {i}", Enumerable.Range(0, 20).Select(x => (x * 0.1, i + (x % 3.0)))))]),
        "bars" => new SeriesChart("Answers", Series.Bars("served", 0.5, [3, 0, 2]), Series.Bars("refused", 0.5, [1, 4], Ending.Cancelled), Series.Bars("failed", 0.5, [1, 1, 1], Ending.Failed)),
        _ => new SeriesChart("How long a call takes", Series.Line("p50", [(0.5, 0.1), (1.5, 0.2)]), Series.Line("p99", [(0.5, 0.4), (1.5, 0.9)])) { Unit = "s", HasBand = true },
    };

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);

    private static IHtmlDocument Parse(SeriesChart chart) => new HtmlParser().ParseDocument("<!doctype html><body>" + chart.ToHtml());
}

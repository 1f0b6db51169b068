using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Plotly;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts.Plotly;

public class PlotlyFigureTests
{
    private static readonly Span[] Spans =
    [
        Small.Work("a", 0, 1, "fetch"),
        Small.Wait("b", 0, 1, WaitReason.Permit),
        Small.Work("b", 1, 2.5, "fetch", Ending.Cancelled),
    ];

    private static readonly Counter Permits = new("permits-in-use", 1, [new(TimeSpan.Zero, 1), new(Small.At(2.5), 0)]);

    [Theory]
    [MemberData(nameof(Reference.All), MemberType = typeof(Reference))]
    public void ToJson_OfAReferenceRun_HasABarForEachSpanThatCanBeSeen(string id)
    {
        var timeline = Reference.Timeline(id);
        var bars = Traces(new PlotlyFigure(timeline)).Where(trace => (string?)trace["type"] == "bar").ToList();

        var rows = new HtmlParser().ParseDocument(new GanttChart(timeline).ToHtml()).QuerySelectorAll(".in .b > .r").Length;
        Assert.Equal(rows, bars.Sum(trace => trace["x"]!.AsArray().Count));
        Assert.All(bars, trace => Assert.All(["base", "y", "text", "hovertext"], list => Assert.Equal(trace["x"]!.AsArray().Count, trace[list]!.AsArray().Count)));
    }

    [Fact]
    public void ToJson_OfARun_PlacesEachSpanByItsStartAndLength()
    {
        var traces = Traces(new PlotlyFigure(Small.Run(2.5, Spans)));

        var lost = traces.Single(trace => (string?)trace["name"] == "work lost: cancelled");
        Assert.Equal([1], Numbers(lost, "base"));
        Assert.Equal([1.5], Numbers(lost, "x"));
        Assert.Equal([1], Numbers(lost, "y"));
        Assert.Equal("h", (string?)lost["orientation"]);
        Assert.Equal(["running", "waiting", "work lost: cancelled"], traces.Where(trace => trace["base"] is not null).Select(trace => (string?)trace["name"]));
    }

    [Fact]
    public void ToJson_TitlesAreObjects()
    {
        var layout = Layout(new PlotlyFigure(Small.Run(2.5, Spans, title: "Two calls")));

        Assert.Equal("Two calls", (string?)layout["title"]!["text"]);
        Assert.Equal("seconds", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal(["a\u00a0", "b\u00a0"], layout["yaxis"]!["ticktext"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public void ToJson_OfACounter_IsAStepLineThatHoldsUntilTheEnd()
    {
        Counter counter = new("queue-depth", 2, [new(TimeSpan.Zero, 1), new(Small.At(1), 2)]);

        var traces = Traces(new PlotlyFigure(Small.Run(2.5, Spans, counters: [counter])));

        var steps = traces.Single(trace => (string?)trace["name"] == "queue depth");
        Assert.Equal([0, 1, 2.5], Numbers(steps, "x"));
        Assert.Equal([1, 2, 2], Numbers(steps, "y"));
        Assert.Equal("hv", (string?)steps["line"]!["shape"]);
        Assert.Equal("y2", (string?)steps["yaxis"]);
        Assert.Equal([2, 2], Numbers(traces.Single(trace => (string?)trace["name"] == "limit: 2 places"), "y"));
    }

    [Fact]
    public void ToJson_OfAStuckRun_GoesOnBeyondTheLastKnownMoment()
    {
        Span[] spans = [Small.Work("a", 0, 1), new("b", Activity.Waiting, Ending.Stuck, null, WaitReason.Lock, TimeSpan.Zero, null)];

        var stuck = Traces(new PlotlyFigure(Small.Run(1, spans, outcome: Outcome.Deadlock))).Single(trace => (string?)trace["name"] == "stuck");

        Assert.True(Numbers(stuck, "x").Single() > 1);
    }

    [Fact]
    public void ToJson_WithAGuess_OutlinesIt()
    {
        var guess = new Ghost([new GhostMark("b", Small.At(0.5), Small.At(2)), new GhostMark(null, Small.At(3)), new GhostMark("nobody", Small.At(1))]);

        var outline = Traces(new PlotlyFigure(Small.Run(2.5, Spans), guess)).Single(trace => (string?)trace["name"] == "your guess");

        Assert.Equal([0.5, 2, 2, 0.5, 0.5, 3, 3], outline["x"]!.AsArray().Where(x => x is not null).Select(x => (double)x!));
        Assert.Equal("dash", (string?)outline["line"]!["dash"]);
    }

    [Fact]
    public void ToJson_OfSteps_HoldsTheLastValueAndDrawsTheLimit()
    {
        var chart = new SeriesChart("Depth", Series.Steps("depth", [(0, 0), (1, 4)], until: 3), Series.Line("p95", [(0, 1), (2, 2)])) { Unit = "items", Limit = 5 };

        var figure = new PlotlyFigure(chart);

        var traces = Traces(figure);
        Assert.Equal(["depth", "p95", "limit: 5 items"], traces.Select(trace => (string?)trace["name"]));
        Assert.Equal([0, 1, 3], Numbers(traces[0], "x"));
        Assert.Equal([0, 4, 4], Numbers(traces[0], "y"));
        Assert.Equal("hv", (string?)traces[0]["line"]!["shape"]);
        Assert.Null(traces[1]["line"]!["shape"]);
        Assert.Equal([5, 5], Numbers(traces[2], "y"));
        Assert.Equal("items", (string?)Layout(figure)["yaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void ToJson_OfBars_StandInTheMiddleOfTheirIntervals()
    {
        var figure = new PlotlyFigure(new SeriesChart("Calls", Series.Bars("served", 0.5, [3, 4]), Series.Bars("refused", 0.5, [1, 0], Ending.Failed)));

        var traces = Traces(figure);
        Assert.Equal([0.25, 0.75], Numbers(traces[0], "x"));
        Assert.Equal(0.5, (double)traces[0]["width"]!);
        Assert.Equal("/", (string?)traces[1]["marker"]!["pattern"]!["shape"]);
        Assert.Equal("stack", (string?)Layout(figure)["barmode"]);
    }

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToJson_WithAHostileName_HasNoSignOfHtml(string name)
    {
        var json = new PlotlyFigure(HostileNamesTests.Everywhere(name)).ToJson();

        Assert.Equal(-1, json.IndexOfAny(['<', '>', '&', '\'']));
        var texts = Texts(JsonNode.Parse(json)!).Select(text => text.Replace("<br>", "", StringComparison.Ordinal)).ToList();
        Assert.All(texts, text => Assert.Equal(-1, text.IndexOfAny(['<', '>', '$', '['])));
        Assert.All(texts, text => Assert.InRange(text.Length, 0, 2_000));
    }

    [Fact]
    public void ToHtml_IsOurPictureWithTheFigureAsDataBesideIt()
    {
        var page = new HtmlParser().ParseDocument("<!doctype html><body>" + new PlotlyFigure(Small.Run(2.5, Spans, counters: [Permits])).ToHtml());

        Assert.NotNull(page.QuerySelector(".course-plotly .still svg[role=img] > title"));
        Assert.NotNull(JsonNode.Parse(page.QuerySelector("script[data-kind=plotly]")!.TextContent)!["data"]);
        Assert.NotNull(page.QuerySelector("script[data-kind=timeline]"));
        Assert.Empty(page.QuerySelectorAll("[src], [href], [style], link"));
    }

    [Fact]
    public void PlotlyScript_WithAnotherText_SaysWhatIsMissing()
    {
        var problem = Assert.Throws<ArgumentException>(() => new PlotlyScript("alert(1)"));
        var missing = Assert.Throws<ArgumentException>(() => PlotlyScript.FromFile("no-such.js"));

        Assert.StartsWith("This text is not plotly.js", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no file no-such.js", missing.Message, StringComparison.Ordinal);
    }

    private static List<JsonNode> Traces(PlotlyFigure figure) => [.. JsonNode.Parse(figure.ToJson())!["data"]!.AsArray().Select(trace => trace!)];

    private static JsonNode Layout(PlotlyFigure figure) => JsonNode.Parse(figure.ToJson())!["layout"]!;

    private static IEnumerable<double> Numbers(JsonNode trace, string list) => trace[list]!.AsArray().Select(number => (double)number!);

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject inner => inner.SelectMany(entry => entry.Value is null ? [] : Texts(entry.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : Texts(item)),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.String ? [(string)node!] : [],
    };
}

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using static AsyncAtScale.Demos.Demo;

namespace AsyncAtScale.Tests.Charts;

public sealed class ChartRendererTests : IDisposable
{
    private static readonly GanttChart Chart = new(Small.Run(1, [Small.Work("a", 0, 1)], title: "One call"));

    public void Dispose() => ChartRenderer.Current = null;

    [Fact]
    public void ToHtml_WithAnotherRenderer_HasItsPictureAndEverythingAroundIt()
    {
        var own = Chart.ToString();
        ChartRenderer.Current = new Marker();

        var page = Parse(Chart);

        Assert.Equal("One call", page.QuerySelector("figure #theirs")!.TextContent);
        Assert.Null(page.QuerySelector("svg.pl"));
        Assert.Equal(Chart.Headline, page.QuerySelector("figcaption .hd")!.TextContent);
        Assert.NotNull(page.QuerySelector("details table"));
        Assert.NotNull(page.QuerySelector("script[data-kind=timeline]"));
        Assert.Equal(own, Chart.ToString());
    }

    [Fact]
    public async Task ToHtml_OfADemoAndAVerdict_AsksTheRenderer()
    {
        var run = await Run("Somebody works", () => Lane("a", () => Work(1, "work")));
        ChartRenderer.Current = new Marker();

        Assert.Contains("id=\"theirs\"", run.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("id=\"theirs\"", AsyncAtScale.Teaching.Prediction.Total(2).Judge(run.Timeline).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_AfterTheRendererIsGone_IsTheCoursesOwnAgain()
    {
        ChartRenderer.Current = new Marker();
        ChartRenderer.Current = null;

        Assert.NotNull(Parse(Chart).QuerySelector("svg.pl"));
    }

    private static IHtmlDocument Parse(GanttChart chart) => new HtmlParser().ParseDocument("<!doctype html><body>" + chart.ToHtml());

    private sealed class Marker : ChartRenderer
    {
        public override string Render(GanttChart chart) => $"<p id=\"theirs\">{chart.Timeline.Title}</p>";
    }
}

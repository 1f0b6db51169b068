using AngleSharp.Html.Parser;
using AsyncAtScale.Demos;
using AsyncAtScale.Tests.Charts;

namespace AsyncAtScale.Tests.Demos;

/// <summary>The sum of the parts against the time on the wall.</summary>
public sealed class MeasureTests
{
    [Fact]
    public async Task Of_PartsAtTheSameTime_TakesAsLongAsTheLongest()
    {
        var run = await Demo.Run("both", () => Measure.Of("both", time => Task.WhenAll(
            time.Part("charlie", () => Demo.Work(2)), time.Part("diana", () => Demo.Work(1)))), Pace.Virtual);

        Assert.Equal((2.0, 3.0, 1.5), (run.Result.Whole, run.Result.Sum, run.Result.Overlap));
        Assert.Equal([new MeasuredPart("charlie", 2), new MeasuredPart("diana", 1)], run.Result.Parts);
        Assert.Equal("both: the parts take 3 s, the whole 2 s, 1.5 parts at a time.", run.Result.Sentence);
        Assert.Equal(["charlie", "diana"], run.Timeline.Spans.Select(span => span.Lane));
    }

    [Fact]
    public async Task Of_PartsInARow_TakesAsLongAsTheirSum()
    {
        var run = await Demo.Run("row", () => Measure.Of("row", async time =>
        {
            await time.Part("alice", () => Demo.Work(2));
            await time.Part("bob", () => Demo.Work(1));
        }), Pace.Virtual);

        Assert.Equal("row: the parts take 3 s, the whole 3 s: one after the other.", run.Result.Sentence);
        Assert.Equal(
            """
            row: the parts take 3 s, the whole 3 s: one after the other.

            parts  █ alice ███████████████████████████████▌█ bob █████████████▌  3 s
            whole  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  3 s
            """.ReplaceLineEndings("\n"), run.Result.ToString());
    }

    [Fact]
    public async Task Of_TimeOutsideTheParts_IsSaid()
    {
        var run = await Demo.Run("gap", () => Measure.Of("gap", async time =>
        {
            await time.Part("a", () => Demo.Work(1));
            await Demo.Work(0.5);
        }), Pace.Virtual);

        Assert.EndsWith("; 0.5 s pass outside the parts.", run.Result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_APartThatFails_PassesItsExceptionOn()
    {
        var run = await Demo.Run("fails", () => Measure.Of("fails", time =>
            time.Part("a", () => Demo.Work(1, error: new FormatException()))), Pace.Virtual);

        Assert.IsType<FormatException>(run.Exception);
    }

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToHtml_WithAHostileName_ShowsItAsText(string name)
    {
        var measure = new Measure(name, [new MeasuredPart(name, 1), new MeasuredPart(name, 0)], TimeSpan.FromSeconds(1));

        var page = new HtmlParser().ParseDocument("<body>" + measure.ToHtml());

        Assert.Equal("course-measure", Assert.Single(page.Body!.Children).ClassList[0]);
        Assert.Empty(page.QuerySelectorAll("img, script, [onload], [onerror], [style]"));
        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 200));
    }

    [Fact]
    public void ToHtml_OfNothing_HasNoFigureThatIsNone()
    {
        var html = new Measure("nothing", [], TimeSpan.Zero).ToHtml();

        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.Contains("nothing: the parts take 0 s, the whole 0 s: one after the other.", html, StringComparison.Ordinal);
    }
}

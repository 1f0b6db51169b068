using AngleSharp.Html.Parser;
using AsyncAtScale.Teaching;
using AsyncAtScale.Tests.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Teaching;

/// <summary>A guess is judged by what the run did, and says the first thing that it did otherwise.</summary>
public sealed class PredictionTests
{
    private static readonly Timeline Sessions = Reference.Timeline("lecture24-24.1.as-written");

    [Fact]
    public void Starts_AsTheRunDid_AreRight()
    {
        var verdict = Prediction.Starts(("session-4", 0.3), ("session-7", 0.6)).Judge(Sessions);

        Assert.True(verdict.IsRight);
        Assert.Equal("As you said: session-4 starts at 0.3 s and session-7 starts at 0.6 s.", verdict.Words);
    }

    [Fact]
    public void Starts_OneWrong_NamesItAndWhatReallyHappened()
    {
        var verdict = Prediction.Starts(("session-4", 0.3), ("session-7", 0.3), ("session-9", 2)).Judge(Sessions);

        Assert.False(verdict.IsRight);
        Assert.Equal("You said: session-7 starts at 0.3 s. It starts at 0.6 s. 1 of 3 are right.", verdict.Words);
    }

    [Fact]
    public void Starts_OfALaneThatIsNotThere_SaysWhichAre() =>
        Assert.Equal(
            "You said: sesion-7 starts at 0.3 s. No lane has that name; there are sessions 1–9.",
            Prediction.Starts(("sesion-7", 0.3)).Judge(Sessions).Words);

    [Fact]
    public void Starts_OfALaneThatOnlyWaits_SaysThatItNeverStarts()
    {
        var stuck = Small.Run(1, [Small.Work("a", 0, 1), Small.Wait("b", 0, null, WaitReason.Permit, ending: Ending.Stuck)], outcome: Outcome.Deadlock);

        Assert.Equal("You said: b starts at 1 s. It never starts.", Prediction.Starts(("b", 1)).Judge(stuck).Words);
    }

    [Theory]
    [InlineData(0.309, true)]
    [InlineData(0.33, false)]
    public void Starts_OffByAHair_CountAsRight(double guess, bool isRight) =>
        Assert.Equal(isRight, Prediction.Starts(("session-4", guess)).Judge(Sessions).IsRight);

    [Fact]
    public void Order_AsRecorded_IsRight()
    {
        var verdict = Prediction.Order("finished", "session-1", "session-2").Judge(Sessions);

        Assert.True(verdict.IsRight);
        Assert.Equal("As you said: “finished” in the order session-1, session-2.", verdict.Words);
    }

    [Theory]
    [InlineData("finished", "session-1,session-4", "You said: “finished” second is session-4. It is session-2, at 0.3 s.")]
    [InlineData("finished", "session-1,session-2,session-3,session-5", "You said: “finished” as number 4 is session-5. It is session-4, at 0.6 s.")]
    [InlineData("exploded", "session-1", "You said: “exploded” first is session-1. Nothing in this run is called “exploded”.")]
    public void Order_OneWrong_NamesTheFirst(string instant, string lanes, string words) =>
        Assert.Equal(words, Prediction.Order(instant, lanes.Split(',')).Judge(Sessions).Words);

    [Fact]
    public void Total_IsTheLengthOfTheRun()
    {
        Assert.True(Prediction.Total(0.9).Judge(Sessions).IsRight);
        Assert.Equal("You said: 2.7 s in all. It takes 0.9 s.", Prediction.Total(2.7).Judge(Sessions).Words);
    }

    [Fact]
    public void Total_OfARunThatStandsStill_IsNeverRight()
    {
        var stuck = Reference.Timeline("lesson3-V.2.as-written");

        Assert.StartsWith("You said: 1 s in all. It never ends: from ", Prediction.Total(1).Judge(stuck).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ANumber_IsReadFromTheRun()
    {
        var guess = Prediction.Of(8, "sessions finished", run => run.LanesWith("finished").Count);

        Assert.Equal("You said: sessions finished: 8. It is 9.", guess.Judge(Sessions).Words);
        Assert.Equal("Your guess: sessions finished: 8.", guess.ToString());
    }

    [Fact]
    public void Prediction_OfNothingOrNonsense_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Prediction.Starts());
        Assert.Throws<ArgumentException>(() => Prediction.Order("finished"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prediction.Total(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prediction.Total(double.NaN));
    }

    [Fact]
    public void Verdict_StandsAboveTheChartAndIsHeldBackWithIt()
    {
        var page = new HtmlParser().ParseDocument("<body>" + Prediction.Total(2.7).Judge(Sessions).ToHtml());

        Assert.Equal("✗You said: 2.7 s in all. It takes 0.9 s.", page.QuerySelector(".verdict.hideable p")!.TextContent);
        Assert.NotNull(page.QuerySelector("figure.course-gantt .gh.hideable line"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }
}

using AngleSharp.Html.Parser;
using AsyncAtScale.Teaching;

namespace AsyncAtScale.Tests.Teaching;

/// <summary>Claims are read from the list; a verdict for .NET follows from what was seen.</summary>
public sealed class ClaimBoardTests
{
    private readonly ClaimBoard _board = ClaimBoard.Open();

    [Fact]
    public void Open_HasEveryClaimOfTheList_NoneTried()
    {
        Assert.Equal(95, _board.Claims.Count);
        Assert.Equal(42, _board.Claims.Count(claim => claim.Id.StartsWith("C24-", StringComparison.Ordinal)));
        Assert.All(_board.Claims, claim => Assert.Equal(Verdict.Untried, claim.Net));
        Assert.All(_board.Claims, claim => Assert.False(claim.Differs));
        Assert.DoesNotContain(_board.Claims, claim => claim.Python is Verdict.Untried or Verdict.NoCounterpart);
    }

    [Theory]
    [InlineData("C24-01", Verdict.True)]
    [InlineData("C24-03", Verdict.True)] // "true (model)": a remark, no condition
    [InlineData("C24-06", Verdict.Imprecise)] // "true, if releases are paired"
    [InlineData("C24-12", Verdict.False)] // "false if one fails"
    [InlineData("C24-35", Verdict.Advice)]
    [InlineData("C3-03", Verdict.Imprecise)]
    public void Python_IsTheVerdictOfTheList(string id, Verdict expected) => Assert.Equal(expected, _board[id].Python);

    [Theory]
    [InlineData("C24-01", true, true, Verdict.True)]
    [InlineData("C24-01", true, false, Verdict.Imprecise)]
    [InlineData("C24-01", false, false, Verdict.False)]
    [InlineData("C24-35", true, true, Verdict.Advice)]
    [InlineData("C24-35", true, false, Verdict.Imprecise)]
    public void Try_ConcludesFromWhatWasSeen(string id, bool first, bool second, Verdict expected)
    {
        _board.Try(id, ("one thing", first), "a remark, which decides nothing", ("another", second));

        Assert.Equal(expected, _board[id].Net);
    }

    [Fact]
    public void Try_Again_ReplacesWhatWasSeen()
    {
        var rows = _board.Try("C24-01", ("none", false)).Try("C24-01", ("all", true));

        Assert.Equal(1, rows.Count);
        Assert.Equal("all", Assert.Single(_board["C24-01"].Seen).Seen);
    }

    [Fact]
    public void Try_WithRemarksAlone_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _board.Try("C24-01", "nice weather"));

    [Fact]
    public void Try_OfAnUnknownClaim_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _board.Try("C24-99", ("anything", true)));

    [Fact]
    public void TryMissing_HasNoCounterpart_OnlyIfItIsMissing()
    {
        _board.TryMissing("C3-33", isMissing: true).TryMissing("C3-47", isMissing: false);

        Assert.Equal(Verdict.NoCounterpart, _board["C3-33"].Net);
        Assert.False(_board["C3-33"].Differs);
        Assert.Equal(Verdict.False, _board["C3-47"].Net);
    }

    [Fact]
    public void ToHtml_SaysVerdictsInWords_AndKeepsTheEvidenceBehindOneClick()
    {
        _board.Try("C3-50", ("it ran, <b>hot</b>", false));

        var row = new HtmlParser().ParseDocument(_board.ToHtml()).QuerySelectorAll("tbody tr")
            .Single(row => row.QuerySelector(".id")!.TextContent == "C3-50");

        Assert.Equal(["✓ true", "✗ false"], row.QuerySelectorAll(".v").Select(chip => chip.TextContent));
        Assert.Equal("≠ differs", row.QuerySelector(".apart")!.TextContent);
        Assert.Contains("it ran, <b>hot</b>", row.QuerySelector("details:not([open])")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Does a coroutine that is never awaited run?", row.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tally_CountsBothPlatforms()
    {
        _board.Try("C24-01", ("all", true)).Try("C3-50", ("it ran", false));

        var text = _board.Tally.ToString();

        Assert.StartsWith("Of 95 claims 1 are true in both, 0 imprecise in both and 0 false in both; for 1 the two platforms differ.", text, StringComparison.Ordinal);
        Assert.Contains("Not tried in .NET: 93.", text, StringComparison.Ordinal);
    }
}

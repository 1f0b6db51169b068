using AngleSharp.Html.Parser;
using AsyncAtScale.Teaching;

namespace AsyncAtScale.Tests.Teaching;

/// <summary>A check tells what is missing, and a usual wrong answer what to think about.</summary>
public sealed class ExerciseTests
{
    [Fact]
    public void Check_WithEverythingMet_IsSolved()
    {
        var check = new Exercise("gates").Expect("it runs", () => true, "Start it.").Hint("too-small", () => true, "Small.");

        Assert.True(check.Passed);
        Assert.Null(check.Recognised);
        Assert.Equal("✓ it runs\nSolved.", check.ToString());
    }

    [Fact]
    public void Check_WithAnUnknownMistake_HintsAtEachPoint()
    {
        var check = new Exercise("gates").Expect("it runs", () => true, "Start it.").Expect("it ends", () => false, "End it.").Hint("too-small", () => false, "Small.");

        Assert.False(check.Passed);
        Assert.Equal("✓ it runs\n✗ it ends\n  End it.\n1 of 2 met. Change your cell, then run it and the check again.", check.ToString());
    }

    [Fact]
    public void Check_WithAUsualMistake_GivesItsHintAndNoOther()
    {
        var check = new Exercise("gates").Expect("it ends", () => false, "End it.")
            .Hint("too-small", () => true, "Small.").Hint("too-large", () => true, "Large.");

        var page = new HtmlParser().ParseDocument(check.ToHtml());

        Assert.Equal("too-small", check.Recognised);
        Assert.Equal("too-small", Assert.Single(page.QuerySelectorAll("[data-exercise=gates] [data-hint]")).GetAttribute("data-hint"));
        Assert.Equal("✗ it ends\nIt looks like: too small.\n  Small.\n0 of 1 met. Change your cell, then run it and the check again.", check.ToString());
        Assert.DoesNotContain("End it.", check.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhoseConditionThrows_IsNotMet()
    {
        var check = new Exercise("gates").Expect("it ends", () => throw new InvalidOperationException(), "End it.");

        Assert.False(check.Passed);
    }

    [Fact]
    public void Check_WithoutExpectations_IsNotPassed() => Assert.False(new Exercise("gates").Passed);

    [Fact]
    public void Hint_StatedTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Exercise("gates").Hint("small", () => false, "a").Hint("small", () => false, "b"));

    [Theory]
    [MemberData(nameof(Charts.HostileNamesTests.Names), MemberType = typeof(Charts.HostileNamesTests))]
    public void ToHtml_WithHostileText_ShowsItAsText(string text)
    {
        var safe = text.Trim().Length == 0 ? "x" : text;
        var page = new HtmlParser().ParseDocument("<body>" + new Exercise(safe).Expect(safe, () => false, safe).Hint(safe, () => true, safe).ToHtml());

        Assert.Equal("course-teach", Assert.Single(page.Body!.Children).ClassList[0]);
        Assert.Empty(page.QuerySelectorAll("img, script, [onload], [onerror], [style]"));
    }
}

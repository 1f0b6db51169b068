using AngleSharp.Html.Parser;
using AsyncAtScale.Teaching;

namespace AsyncAtScale.Tests.Teaching;

/// <summary>A quiz shows choices that open, and explains an answer.</summary>
public sealed class QuizTests
{
    private static Quiz Rounds => new Quiz("How many rounds?")
        .Choice("two", false, "One is left over.")
        .Choice("three", true, "Four, four and one.");

    [Fact]
    public void Answer_ThatIsRight_SaysWhy()
    {
        var answer = Rounds.Answer(2);

        Assert.True(answer.IsRight);
        Assert.Equal("✓ three: Right. Four, four and one.", answer.ToString());
    }

    [Fact]
    public void Answer_ThatIsWrong_DoesNotSayWhichIsRight()
    {
        var answer = Rounds.Answer(1);

        Assert.False(answer.IsRight);
        Assert.Equal("✗ two: Not this one. One is left over.", answer.ToString());
        Assert.DoesNotContain("three", answer.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Answer_ThatIsNoChoice_IsRefused(int choice) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounds.Answer(choice));

    [Fact]
    public void Quiz_WithoutExactlyOneRightChoice_IsRefused()
    {
        var none = new Quiz("Is it?").Choice("yes", false, "No.");

        Assert.Contains("0 of 1", Assert.Throws<InvalidOperationException>(none.ToHtml).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => none.Choice("no", true, "Yes.").Choice("maybe", true, "Yes.").Answer(1));
    }

    [Fact]
    public void ToHtml_OfAQuiz_KeepsEveryAnswerInAClosedDetails()
    {
        var page = new HtmlParser().ParseDocument(Rounds.ToHtml());

        var choices = page.QuerySelectorAll(".quiz > details:not([open])");
        Assert.Equal(["1. two", "2. three"], choices.Select(choice => choice.QuerySelector("summary")!.TextContent));
        Assert.Equal("Right. Four, four and one.", choices[1].QuerySelector("p")!.TextContent);
        Assert.Equal(choices[0].ClassName, choices[1].ClassName);
        Assert.Empty(page.QuerySelectorAll("[style], script"));
    }

    [Fact]
    public void ToString_OfAQuiz_HasNoAnswers() => Assert.Equal("How many rounds?\n  1. two\n  2. three", Rounds.ToString());
}

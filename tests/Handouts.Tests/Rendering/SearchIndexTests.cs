using System.Text.Json.Nodes;
using Handouts.Rendering;
using Handouts.Rendering.CourseMap;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class SearchIndexTests
{
    [Fact]
    public void Places_OfANotebook_AreItsHeadingsWithProseAndCode()
    {
        var notebook = Of(
            Text("title", "# 08 Semaphore\n\nA ceiling."),
            Text("model", "## The picture\n\nA lot | with *three* spaces.\n\n- one\n- two"),
            Code("var gate = new SemaphoreSlim(3);"),
            Text("plain", "## The picture\n\nAgain."));

        var places = SearchPlace.In(notebook, Edition.Student);

        Assert.Equal(
            [("", "", "A ceiling."), ("the-picture", "The picture", "A lot | with three spaces. one two var gate = new SemaphoreSlim(3);"), ("the-picture-1", "The picture", "Again.")],
            places.Select(place => (place.Anchor, place.Heading, place.Text)));
    }

    [Theory]
    [InlineData("quiz")]
    [InlineData("hint")]
    public void Places_OfAQuestion_DoNotGiveItsAnswerAway(string role)
    {
        var notebook = Of(Text(role, "When?\n\n<details><summary>at 0.9 s</summary>\n\n**Right.** Twice.\n\n</details>"));

        Assert.Equal("When? at 0.9 s", Assert.Single(SearchPlace.In(notebook, Edition.Student)).Text);
    }

    [Fact]
    public void Places_ForTheTeacher_AreInTheInstructorsEditionOnly()
    {
        var notebook = Of(Text("instructor", "## For you\n\nA show of hands."));

        Assert.DoesNotContain("hands", string.Concat(SearchPlace.In(notebook, Edition.Student)), StringComparison.Ordinal);
        Assert.Equal("for-you", SearchPlace.In(notebook, Edition.Instructor)[1].Anchor);
    }

    [Fact]
    public void Index_OfTextThatLooksLikeMarkup_StaysData()
    {
        var index = SearchIndex.Of([Of(Text("plain", "Write `</script><script>alert(1)` and an “é”."))], Edition.Student);

        Assert.DoesNotContain('<', index);
        Assert.Equal(
            "Write </script><script>alert(1) and an “é”.",
            (string?)JsonNode.Parse(index)![0]![3]![0]![2]);
    }
}

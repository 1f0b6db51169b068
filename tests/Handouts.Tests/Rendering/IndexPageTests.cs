using Handouts.Rendering;
using Handouts.Rendering.CourseMap;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class IndexPageTests
{
    private const string Run =
        """{"expected":{"spans":[{"lane":"a","state":"running","start":0,"end":1},{"lane":"b","state":"waiting","start":0,"end":1},{"lane":"b","state":"failed","start":1,"end":2}]}}""";

    [Fact]
    public void Index_OfCourse_GroupsNotebooksByPart()
    {
        var page = Html.Read(HandoutRenderer.Index(
            [
                Named("07-recap", Text("title", "# 07 Recap\n\n*Part one: what await does · 25 minutes*\n\nDeck.")),
                Named("08-semaphore", Text("title", "# 08 Semaphore\n\n*Part two: tools · 35 minutes*\n\nDeck.", """{"summary": "Put a ceiling."}""")),
                Named("09-racing", Text("title", "# 09 Racing\n\n*Part two: tools · 30 minutes*\n\nDeck.")),
            ],
            [Named("gallery", Text("title", "# All charts\n\nDeck.", """{"summary": "Every chart in every state."}"""))],
            Edition.Student).Html);

        Assert.Equal([1, 2], page.QuerySelectorAll(".part").Select(part => part.QuerySelectorAll("li").Length));
        Assert.Contains("Part two · 2 notebooks · 1 h 05", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Put a ceiling.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 notebooks, 1 hour and 30 minutes", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("08-semaphore.html", page.QuerySelectorAll(".map h3 a")[1].GetAttribute("href"));
        Assert.Equal("gallery.html", Assert.Single(page.QuerySelectorAll(".foot a")).GetAttribute("href"));
        Assert.Contains("Beside the course: All charts. Every chart in every state.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_OfInstructor_LinksToItsEdition()
    {
        var page = HandoutRenderer.Index([Named("08-semaphore", Text("title", "# 08 S"))], [], Edition.Instructor);

        Assert.Equal("index.instructor.html", page.Name);
        Assert.Contains("href=\"08-semaphore.instructor.html\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void MiniRun_OfFirstTimeline_DrawsItsSpans()
    {
        var picture = Html.Read(MiniRun.Render(Of(Code("1", Fragment($"<p></p><script type=\"application/json\" data-kind=\"timeline\">{Run}</script>")))));

        Assert.Equal(["r", "f"], picture.QuerySelectorAll("rect").Select(bar => bar.ClassName));
        Assert.Equal("50%", picture.QuerySelector("line.w")!.GetAttribute("x2"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"expected":{"spans":[]}}""")]
    public void MiniRun_OfUnreadableTimeline_LeavesThePlaceEmpty(string json) => Assert.Equal(
        "<span></span>",
        MiniRun.Render(Of(Code("1", Fragment($"<script type=\"application/json\" data-kind=\"timeline\">{json}</script>")))));

    [Theory]
    [InlineData(500, "8 hours and 20 minutes", "8 h 20")]
    [InlineData(60, "1 hour", "1 h 00")]
    [InlineData(35, "35 minutes", "35 min")]
    public void Duration_InWords_IsEnglish(int minutes, string words, string abbreviated)
    {
        Assert.Equal(words, Duration.Words(minutes));
        Assert.Equal(abbreviated, Duration.Short(minutes));
    }
}

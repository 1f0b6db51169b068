using Handouts.Rendering;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class EditionTests(SamplePages pages)
{
    [Fact]
    public void Student_OfSample_HoldsNeitherNotesNorSolutions()
    {
        Assert.DoesNotContain("show of hands", pages.Student, StringComparison.Ordinal);
        Assert.DoesNotContain("A solution", pages.Student, StringComparison.Ordinal);
        Assert.DoesNotContain("vendor.Name", pages.Student, StringComparison.Ordinal);
    }

    [Fact]
    public void Instructor_OfSample_HoldsBoth()
    {
        var page = Html.Read(pages.Instructor);

        Assert.Equal(2, page.QuerySelectorAll(".teacher").Length);
        Assert.Contains("vendor.Name", page.QuerySelector(".exercise details.more .code")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Student_CellWithTagOnly_LeavesItOut()
    {
        var cell = Text("plain", "For the teacher.") with { Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("instructor") } };
        var notebook = Of(cell);

        var page = await HandoutRenderer.PageAsync(notebook, [notebook], Edition.Student, stop: TestContext.Current.CancellationToken);

        Assert.DoesNotContain("For the teacher.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfInstructor_SayTheEdition()
    {
        Assert.Equal("08-semaphore.html", HandoutNames.Of("08-semaphore", Edition.Student));
        Assert.Equal("08-semaphore.instructor.html", HandoutNames.Of("08-semaphore", Edition.Instructor));
    }
}

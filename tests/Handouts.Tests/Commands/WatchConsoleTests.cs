using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

/// <summary>What an author hears of a notebook that is watched but cannot be run.</summary>
public sealed class WatchConsoleTests
{
    [Fact]
    public async Task Watch_AValueThatOneOfTwoNotebooksDoesNotKnow_SaysSoAndKeepsWatchingBoth()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Parameters("p", "var permits = 3;"));
        course.Add("other", Code("a", "1"));
        await using var watching = await Watching.StartAsync(course, "run", "n", "other", "--watch", "--set", "permits=5");
        await watching.SaysAsync("other: not run: --set permits: other.ipynb has no cell tagged");

        course.Add("other", Parameters("p", "var permits = 1;"), Code("a", "permits"));

        await watching.SaysAsync("other: 2 cells in");
    }
}

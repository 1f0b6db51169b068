using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

/// <summary>Wrong usage gets one sentence on one line, and exit code 2.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("frobnicate", "'frobnicate' is neither a command nor a notebook in ")]
    [InlineData("run n --edition", "'--edition' is no option here: --help says what can be asked for.")]
    [InlineData("export --edition", "--edition needs a value after it: --help says what can be asked for.")]
    [InlineData("export --edition teacher", "--edition takes 'student' or 'instructor', not 'teacher': --help says what can be asked for.")]
    [InlineData("export --jobs two", "--jobs takes a number, not 'two': --help says what can be asked for.")]
    [InlineData("run n --report notebooks", "--report: notebooks is a folder: name a file in it.")]
    [InlineData("run n --watch --write", "--watch writes nothing: leave out --write, --timelines and --report.")]
    [InlineData("run missing.ipynb", "missing.ipynb cannot be read as a notebook: there is no such file; check the name.")]
    [InlineData("run n --pace fast", "--pace takes 'virtual' or 'real', not 'fast': --help says what can be asked for.")]
    [InlineData("run n --bogus", "'--bogus' is no option here: --help says what can be asked for.")]
    [InlineData("run n --set permits=5", "--set permits: n.ipynb has no cell tagged \"parameters\"")]
    [InlineData("run n --timeout 0", "--timeout takes seconds above 0 and up to 86400.")]
    [InlineData("export --jobs 0", "--jobs takes a number from 1 to 64.")]
    [InlineData("export --output Course.slnx/x", "--output: the folder Course.slnx/x cannot be written (")]
    [InlineData("run other", "'other' may mean 01-other, 02-other: write more of its name.")]
    public async Task Program_WronglyAsked_SaysOneSentence(string arguments, string sentence)
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "1"));
        course.Add("01-other", Code("a", "1"));
        course.Add("02-other", Code("a", "1"));

        var result = await HandoutsProgram.RunAsync(course.Root, arguments.Split(' '));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(sentence, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08")]
    [InlineData("one")]
    [InlineData("8-ONE")]
    public async Task Program_GivenAPartOfAName_FindsTheOnlyNotebookThatHasIt(string part)
    {
        using var course = new TemporaryCourse();
        course.Add("08-one", Code("a", "1"));
        course.Add("09-other", Code("a", "1"));

        var result = await HandoutsProgram.RunAsync(course.Root, "run", part);

        Assert.Equal((ExitCodes.Good, ""), (result.ExitCode, result.Error));
        Assert.Contains("08-one#a  ok", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("09-other", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfEveryCommand_ShowsExamples()
    {
        using var course = new TemporaryCourse();
        foreach (var command in (string[])["run", "check", "export"])
        {
            var result = await HandoutsProgram.RunAsync(course.Root, command, "--help");

            Assert.Equal((ExitCodes.Good, ""), (result.ExitCode, result.Error));
            Assert.Contains($"Examples:\n  dotnet run --project shared/Handouts -- {command}", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Program_WithoutCommand_Exports()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("a", "1"));

        var result = await HandoutsProgram.RunAsync(course.Root, "n", "--output", "pages");

        Assert.Equal((ExitCodes.Good, ""), (result.ExitCode, result.Error));
        Assert.True(File.Exists(Path.Combine(course.Root, "pages", "n.html")));
    }
}

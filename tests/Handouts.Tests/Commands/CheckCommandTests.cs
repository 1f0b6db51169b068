using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

public class CheckCommandTests
{
    private const string Run = "lecture24-24.1.as-written";

    [Fact]
    public async Task Check_NotebooksAsCommitted_FindsNothing()
    {
        using var course = await CommittedAsync();

        var result = await HandoutsProgram.RunAsync(course.Root, "check");

        Assert.Equal("", result.Error);
        Assert.Contains("1 notebooks, 0 findings; outline 1 of 163 lines, reference 1 of 1 runs, 1 of 6 code cells vary (16.7 %)", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Good, result.ExitCode);
    }

    [Fact]
    public async Task Check_OneDigitChanged_NamesNotebookCellAndDifference()
    {
        using var course = await CommittedAsync();
        var text = await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            course.PathOf("n"), text.Replace("total 42", "total 43", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await AssertFindingAsync(course, "n#sum: the output differs, line 1: expected “stdout | total 43”, got “stdout | total 42”");
    }

    [Fact]
    public async Task Check_CellsReordered_NamesACell()
    {
        using var course = await CommittedAsync();
        var notebook = course.Read("n");
        var cells = notebook.Cells.ToList();
        (cells[2], cells[3]) = (cells[3], cells[2]);
        NotebookFile.Write(notebook.With(cells));

        await AssertFindingAsync(course, "n#order: its execution count is 3, expected 2");
    }

    [Fact]
    public async Task Check_TimelineUnlikeItsReference_NamesRunAndLane()
    {
        using var course = await CommittedAsync();
        var file = Path.Combine(course.Root, "tests", "reference", Run + ".json");
        var notebook = course.Read("n");
        NotebookFile.Write(notebook.With([.. notebook.Cells.Select(cell => cell.Id == "chart"
            ? Chart("chart", Run, ".Replace(\"\\\"start\\\": 0.3\", \"\\\"start\\\": 0.31\")") with { ExecutionCount = cell.ExecutionCount }
            : cell)]));

        await AssertFindingAsync(course, $"n#chart: {Run}: lane session-4: expected running 0.3–0.6, got running 0.31–0.6");
    }

    [Fact]
    public async Task Check_ALectureWithoutAGap_FindsNothing()
    {
        using var course = await EventsAsync("O24-66", "O24-67", "O24-68");

        var result = await HandoutsProgram.RunAsync(course.Root, "check");

        Assert.Contains("outline 3 of 3 lines, reference 1 of 1 runs", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Good, result.ExitCode);
    }

    [Fact]
    public async Task Check_LastLineOfALectureTaughtAndOthersNot_NamesWhatIsLeftOut()
    {
        using var course = await EventsAsync("O24-68");
        course.AddReference("lesson3-I.1", "lecture24-24.5.together");

        var result = await HandoutsProgram.RunAsync(course.Root, "check");

        Assert.Contains("course: no cell teaches O24-66", result.Output, StringComparison.Ordinal);
        Assert.Contains("course: no cell teaches O24-67", result.Output, StringComparison.Ordinal);
        Assert.Contains("course: no cell reproduces lecture24-24.5.together", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 notebooks, 3 findings", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
    }

    [Fact]
    public async Task Check_PartOfTheCourse_SaysNothingOfTheRest()
    {
        using var course = await EventsAsync("O24-68");
        course.Add("other", Text("text", "More."));

        var result = await HandoutsProgram.RunAsync(course.Root, "check", "n");

        Assert.Contains("1 notebooks, 0 findings", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ContractBroken_NamesEachBreach()
    {
        using var course = new TemporaryCourse();
        course.Add(
            "n",
            Text("deep", "### Too deep\n[gone](gone.ipynb) and [there](#a-notebook)"),
            Parameters("p", "const int a = 1;\nvar b = 2;\nvar c = b;\nConsole.Write(1);"),
            Code("using", "using var stream = new MemoryStream();", """{ "role": "show", "check": "never", "outline": ["O24-99"], "refernce": [] }"""),
            Code("chart", "class C { public string ToHtml() => \"<svg><path/></svg>\"; }\nnew C()", null, "instructor"),
            Code("exercise", "// mine", """{ "role": "exercise", "exercise": "none" }"""));

        var result = await HandoutsProgram.RunAsync(course.Root, "check", "n");

        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        string[] expected =
        [
            "n#deep: a heading at level 3 follows one at level 1",
            "n#deep: the link \"gone.ipynb\" leads to no file",
            "n#p: its execution count is missing, expected 1",
            "n#p: line 1 declares with 'const'",
            "n#p: line 3 derives a value from 'b'",
            "n#p: line 4 is no variable declaration",
            "n#using: course.role \"show\" is not known",
            "n#using: course.check \"never\" is not",
            "n#using: course.refernce is not known",
            "n#using: course.outline names the unknown line O24-99",
            "n#using: line 1 has 'using var' at the top level",
            "n#chart: it is tagged \"instructor\", but its role is plain",
            "n#exercise: the exercise's file exercises/none/starter.csx is missing",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, result.Output, StringComparison.Ordinal));
    }

    /// <summary>A notebook with one cell in each mode, its outputs stored.</summary>
    private static async Task<TemporaryCourse> CommittedAsync()
    {
        var course = new TemporaryCourse();
        course.AddReference(Run);
        course.Add(
            "n",
            Parameters("p", "var amount = 40;"),
            Code("sum", "Console.WriteLine($\"total {amount + 2}\");", """{ "outline": ["O24-13"] }"""),
            Code("order", "foreach (var n in Enumerable.Range(0, 9).OrderBy(_ => Random.Shared.Next())) Console.WriteLine(n);", """{ "check": "lines-any-order" }"""),
            Code("time", "DateTime.UtcNow.Ticks", """{ "check": "varies: the clock" }"""),
            Code("fails", "throw new TimeoutException(\"late\");", """{ "check": "error: TimeoutException" }"""),
            Chart("chart", Run));
        var stored = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--write");
        Assert.Equal(ExitCodes.Good, stored.ExitCode);
        return course;
    }

    /// <summary>A course about a lecture of three lines and one run.</summary>
    private static async Task<TemporaryCourse> EventsAsync(params string[] taught)
    {
        var course = new TemporaryCourse();
        course.AddReference(Run);
        await File.WriteAllTextAsync(
            Path.Combine(course.Root, "tests", "reference", "OUTLINE.md"),
            "| O24-66 | takeaway | one |\n| O24-67 | takeaway | two |\n| O24-68 | takeaway | three |\n");
        var outline = string.Join(", ", taught.Select(line => $"\"{line}\""));
        course.Add("n", Code("lines", "1 + 1", $$"""{ "outline": [{{outline}}] }"""), Chart("chart", Run));
        Assert.Equal(ExitCodes.Good, (await HandoutsProgram.RunAsync(course.Root, "run", "n", "--write")).ExitCode);
        return course;
    }

    private static async Task AssertFindingAsync(TemporaryCourse course, string finding)
    {
        var result = await HandoutsProgram.RunAsync(course.Root, "check");

        Assert.Contains(finding, result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
    }
}

using Handouts.Execution;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

public class CellTests
{
    [Fact]
    public async Task RunAsync_CellsOfAllKinds_ShowWhatEnginesShow()
    {
        using var course = new TemporaryCourse();
        var library = Path.Combine(Repository.Root, "shared", "bin", "AsyncAtScale.dll");
        course.Add(
            "cells",
            Code("state", "var x = 2.5;"),
            Code("value", "x"),
            Code("null-value", "(string)null"),
            Code("nothing", "await Task.Delay(1)"),
            Code("items", "Enumerable.Range(1, 21)"),
            Code("tasks", "var task = Task.Run(() => Console.WriteLine(\"from a task\"));\nawait task;\nConsole.Error.Write(\"aside\");"),
            Code("view", "class View { public string ToHtml() => \"<b>v</b>\"; public override string ToString() => \"v\"; }\nnew View().Display();\nnew View()"),
            Code("source", Source),
            Code("expected", "throw new TimeoutException();", """{ "check": "error: System.TimeoutException" }"""),
            Code("state-kept", "x + 1"),
            Code("warning", "async Task Careless() { Task.Delay(1); await Task.Yield(); }"),
            Code("framework", "#r \"System.Threading.RateLimiting\"\ntypeof(System.Threading.RateLimiting.RateLimiter).Name"),
            Code("library", $"#r \"{Path.GetRelativePath(course.Notebooks, library).Replace('\\', '/')}\"\nusing AsyncAtScale.Display;\ntypeof(HtmlView).Name"),
            Code("language", "string[] none = null;\nnone?[0] = \"C# 14\";", """{ "check": "error: CompilationError" }"""),
            Code("pace", "Environment.GetEnvironmentVariable(\"COURSE_PACE\")"),
            Code("folder", "Path.GetFileName(Environment.CurrentDirectory)"));

        var run = await NotebookRunner.RunAsync(
            course.Read("cells"), new RunSettings { Pace = "real" }, token: TestContext.Current.CancellationToken);

        Assert.Null(run.Culprit);
        var shown = run.Cells.ToDictionary(cell => cell.Id, cell => string.Join("; ", cell.Outputs.Select(Show)));
        Assert.Equal("", shown["state"]);
        Assert.Equal("result text/plain 2.5", shown["value"]);
        Assert.Equal("result text/plain <null>", shown["null-value"]);
        Assert.Equal("", shown["nothing"]);
        Assert.StartsWith("result text/plain [ 1, 2,", shown["items"], StringComparison.Ordinal);
        Assert.EndsWith("20, … ]", shown["items"], StringComparison.Ordinal);
        Assert.Equal("stdout from a task\n; stderr aside", shown["tasks"]);
        Assert.Equal("display text/html <b>v</b> text/plain v; result text/html <b>v</b> text/plain v", shown["view"]);
        Assert.Equal("result text/html <i>s</i>", shown["source"]);
        Assert.StartsWith("error TimeoutException", shown["expected"], StringComparison.Ordinal);
        Assert.Equal("result text/plain 3.5", shown["state-kept"]);
        Assert.StartsWith("stderr cells.ipynb#warning(1,25): warning CS4014", shown["warning"], StringComparison.Ordinal);
        Assert.Equal("result text/plain RateLimiter", shown["framework"]);
        Assert.Equal("result text/plain HtmlView", shown["library"]);
        Assert.Contains("cells.ipynb#language(2,", shown["language"], StringComparison.Ordinal);
        Assert.Equal("result text/plain real", shown["pace"]);
        Assert.Equal("result text/plain notebooks", shown["folder"]);
        Assert.Equal(Enumerable.Range(1, 16).Cast<int?>(), run.Executed.Cells.Skip(1).Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task RunAsync_OutputAfterTheEndOfItsCell_IsLostAndReported()
    {
        using var course = new TemporaryCourse();
        course.Add("late", Code("starts", "var late = Task.Run(async () => { await Task.Delay(300); Console.Write(\"late\"); });"), Code("waits", "await late;"));

        var run = await NotebookRunner.RunAsync(course.Read("late"), new RunSettings(), token: TestContext.Current.CancellationToken);

        Assert.True(run.Cells[0].PrintedTooLate);
        Assert.All(run.Cells, cell => Assert.Empty(cell.Outputs));
    }

    [Fact]
    public async Task RunAsync_CellThatShouldFailButDoesNot_Fails()
    {
        using var course = new TemporaryCourse();
        course.Add("n", Code("tame", "1", """{ "check": "error: TimeoutException" }"""));

        var run = await NotebookRunner.RunAsync(course.Read("n"), new RunSettings(), token: TestContext.Current.CancellationToken);

        Assert.Contains("should fail with TimeoutException", run.Culprit!.Error!.Message, StringComparison.Ordinal);
    }

    private const string Source = """
        class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        class Formatter
        {
            public string MimeType => "text/html";
            public bool Format(object value, TextWriter writer) { writer.Write("<i>s</i>"); return true; }
        }
        class Formatters { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Formatter() }; }
        [TypeFormatterSource(typeof(Formatters))]
        class Base { }
        class Derived : Base { }
        new Derived()
        """;

    private static string Show(Output output) => output switch
    {
        StreamOutput stream => $"{stream.Name} {stream.Text}",
        DisplayOutput display => (display.IsResult ? "result " : "display ")
            + string.Join(' ', display.Data.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => $"{form.Key} {form.Value}")),
        ErrorOutput error => $"error {error.Name} {error.Message}",
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };
}

using System.Text.Json.Nodes;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

/// <summary>One run of many notebooks, each of which does something else that a cell should not.</summary>
public sealed class MisbehaviourFixture : IAsyncLifetime
{
    private readonly TemporaryCourse _course = new();
    private Dictionary<string, JsonNode> _report = [];

    internal ProgramResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, code) in Misbehaviours)
        {
            _course.Add(name, Code("first", "Console.Write(\"begun\");"), Code("bad", code), Code("next", "1"));
        }

        Result = await HandoutsProgram.RunAsync(_course.Root, "run", "--report", "report.json", "--timeout", "60");
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_course.Root, "report.json")))!;
        _report = report["notebooks"]!.AsArray().ToDictionary(notebook => (string)notebook!["notebook"]!, notebook => notebook!);
    }

    public ValueTask DisposeAsync()
    {
        _course.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A cell of a notebook in the report.</summary>
    internal JsonNode Cell(string notebook, string id) =>
        _report[notebook]["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == id)!;

    private static readonly Dictionary<string, string> Misbehaviours = new()
    {
        ["compile-error"] = "var x = 1;\nvar y = nowhere;",
        ["exception"] = "int F() =>\n    throw new InvalidOperationException(\"no good\");\nF();",
        ["stack-overflow"] = "int Down(int n) => Down(n + 1) + 1;\nDown(0);",
        ["exit"] = "Environment.Exit(0);",
        ["fail-fast"] = "Environment.FailFast(\"enough\");",
        ["kill"] = "System.Diagnostics.Process.GetCurrentProcess().Kill();",
        ["stray-thread"] = """
            new System.Threading.Thread(() => throw new InvalidOperationException("stray")).Start();
            await Task.Delay(20_000);
            """,
        ["magic"] = "// first\n#!time\n1",
        ["package"] = "#r \"nuget: Newtonsoft.Json\"",
        ["source"] = "#i \"nuget: https://example.org\"",
        ["flood"] = "for (var i = 0; i < 500_000; i++) Console.WriteLine(new string('x', 99));",
        ["raw-flood"] = """
            using (var raw = Console.OpenStandardError())
            {
                for (var i = 0; i < 500; i++) raw.Write(new byte[100_000]);
            }
            """,
        ["good"] = "Console.Write(\"fine\");",
    };
}

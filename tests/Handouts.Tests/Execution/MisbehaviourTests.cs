
namespace Handouts.Tests.Execution;

public sealed class MisbehaviourTests(MisbehaviourFixture run) : IClassFixture<MisbehaviourFixture>
{
    [Theory]
    [InlineData("compile-error", "CompilationError", "compile-error.ipynb#bad(2,9): error CS0103")]
    [InlineData("exception", "InvalidOperationException", "no good")]
    [InlineData("stack-overflow", "StackOverflow", "stack-overflow.ipynb#bad overflowed the stack")]
    [InlineData("exit", "ProcessEnded", "exit.ipynb#bad ended the process (exit code 0)")]
    [InlineData("fail-fast", "FailFast", "fail-fast.ipynb#bad ended the process: enough")]
    [InlineData("kill", "ProcessEnded", "kill.ipynb#bad ended the process")]
    [InlineData("stray-thread", "UnhandledException", "stray")]
    [InlineData("magic", "UnsupportedDirective", "magic.ipynb#bad(2,1): the magic command #!time is not supported")]
    [InlineData("package", "UnsupportedDirective", "package.ipynb#bad(1,1): #r \"nuget: Newtonsoft.Json\": it says no version")]
    [InlineData("source", "UnsupportedDirective", "source.ipynb#bad(1,1): #i \"nuget: https://example.org\" is not supported by this runner: name the source in a nuget.config")]
    public void Run_MisbehavingCell_FailsWithAClearSentenceAndStopsItsNotebook(string notebook, string error, string sentence)
    {
        var cell = run.Cell(notebook, "bad");

        Assert.Equal("passed", (string?)run.Cell(notebook, "first")["state"]);
        Assert.Equal("failed", (string?)cell["state"]);
        Assert.Equal(error, (string?)cell["errors"]![0]!["name"]);
        Assert.Contains(sentence, (string?)cell["errors"]![0]!["message"], StringComparison.Ordinal);
        Assert.Equal("not-run", (string?)run.Cell(notebook, "next")["state"]);
        Assert.Contains($"{notebook}#bad  FAILED", run.Result.Output, StringComparison.Ordinal);
        Assert.Contains($"{notebook}#next  not run", run.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Exception_NamesCellAndLineOfItsFramesOnly()
    {
        var trace = run.Cell("exception", "bad")["errors"]![0]!["trace"]!.AsArray().Select(line => (string)line!);

        Assert.Equal(
            ["InvalidOperationException: no good", "   at exception.ipynb#bad, line 2 in F", "   at exception.ipynb#bad, line 3"],
            trace);
    }

    [Fact]
    public void Run_StackOverflow_NamesTheMethod() =>
        Assert.Contains("Down", run.Cell("stack-overflow", "bad")["errors"]![0]!["trace"]!.ToJsonString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("good")]
    [InlineData("flood")]
    [InlineData("raw-flood")]
    public void Run_BesideMisbehavingNotebooks_GoesOn(string notebook) =>
        Assert.Equal("passed", (string?)run.Cell(notebook, "next")["state"]);

    [Fact]
    public void Run_SomeNotebooksFail_ExitsWith1AndNoStackTraceOfItsOwn()
    {
        Assert.Equal(ExitCodes.Findings, run.Result.ExitCode);
        Assert.Equal("", run.Result.Error);
        Assert.DoesNotContain("Handouts.", run.Result.Output, StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>Each exercise both ways: its solution passes, its starter and its wrong answers fail with their own hints.</summary>
public sealed class ExerciseTests
{
    private const string Notebook = "notebooks/08-semaphore.ipynb";

    [Theory]
    [InlineData("starter", "✗ no call is refused", "✓ north is done after 0.3 s")]
    [InlineData("wrong-one-small-gate", "✗ north is done after 0.3 s", "✓ no call is refused")]
    [InlineData("wrong-one-large-gate", "✗ no call is refused", "✗ south is done after 1.0 s")]
    public async Task Attempt_ThatIsWrong_IsToldWhatIsMissing(string attempt, string first, string second)
    {
        var verdict = await VerdictOf(attempt);

        Assert.Contains(first, verdict, StringComparison.Ordinal);
        Assert.Contains(second, verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("Solved.", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempt_ThatIsTheSolution_Solves()
    {
        var verdict = await VerdictOf("solution");

        Assert.EndsWith("Solved.", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", verdict, StringComparison.Ordinal);
    }

    private static async Task<string> VerdictOf(string attempt)
    {
        using var course = new CourseCopy("08-semaphore");
        course.SetSource(Notebook, "two-vendors", File.ReadAllText(course.PathOf($"notebooks/exercises/two-vendors/{attempt}.csx")));
        var result = await HandoutsProgram.RunAsync(course.Root, "run", Notebook, "--write");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var output = course.Cell(Notebook, "two-vendors-check")["outputs"]![0]!["data"]!["text/plain"]!;
        return output is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : output.GetValue<string>();
    }
}

using System.Diagnostics;

namespace Notebooks.Tests;

/// <summary><c>check</c> on the real notebooks: it passes, and it notices.</summary>
public sealed class CheckTests
{
    private const string Semaphore = "notebooks/08-semaphore.ipynb";

    [Fact]
    public async Task Check_OfTheCourse_Passes()
    {
        // Beside all other tests the brokers of notebook 16 take their time.
        var result = await HandoutsProgram.RunAsync(Repository.Root, "check", "--timeout", "1200");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("0 findings", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithOneDigitChanged_NamesNotebookCellAndDifference()
    {
        using var course = new CourseCopy();
        course.Replace(Semaphore, "by default: 2,147,483,647", "by default: 2,147,483,646");

        var result = await CheckAsync(course);

        Assert.Equal(1, result.ExitCode);
        var finding = Assert.Single(Findings(result));
        Assert.StartsWith("08-semaphore#max-connections", finding, StringComparison.Ordinal);
        Assert.Contains("2,147,483,647", result.Output, StringComparison.Ordinal);
        Assert.Contains("2,147,483,646", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithTwoCellsSwapped_Fails()
    {
        using var course = new CourseCopy();
        course.SwapCells(Semaphore, "as-written", "no-gate");

        var result = await CheckAsync(course);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("08-semaphore#no-gate: its execution count is", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithASemaphoreThatLetsOneMoreIn_NamesTheRunsThatDiffer()
    {
        using var course = new CourseCopy();
        course.CopyHelpersSource();
        course.Replace("shared/AsyncAtScale/Primitives/AsyncSemaphore.cs", "if (_inUse < Permits)", "if (_inUse <= Permits)");
        await BuildAsync(course.PathOf("shared/AsyncAtScale"));

        var result = await CheckAsync(course);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("08-semaphore#as-written", result.Output, StringComparison.Ordinal);
        Assert.Contains("lecture24-24.1.as-written", result.Output, StringComparison.Ordinal);
    }

    private static Task<ProgramResult> CheckAsync(CourseCopy course) => HandoutsProgram.RunAsync(course.Root, "check", Semaphore);

    private static IEnumerable<string> Findings(ProgramResult result) =>
        result.Output.Split('\n').Where(line => line.StartsWith("08-semaphore#", StringComparison.Ordinal));

    private static async Task BuildAsync(string project)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode == 0, output);
    }
}

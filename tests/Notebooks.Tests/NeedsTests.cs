using System.Diagnostics;
using Handouts.Execution;

namespace Notebooks.Tests;

/// <summary>A notebook whose needs are not met is not run: its committed outputs stand, and everybody is told.</summary>
public sealed class NeedsTests
{
    private const string Name = "16-beyond-one-process";
    private const string Notebook = $"notebooks/{Name}.ipynb";

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    public async Task Notebook_WithoutItsBrokers_IsNotRunAndEndsWell(string command)
    {
        var (code, said) = await WithoutBrokersAsync(Repository.Root, command, Notebook);
        Assert.True(code == 0, said);
        Assert.Contains($"{Name}: not run here: needs RabbitMQ and PostgreSQL; its committed outputs stand.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handout_WithoutItsBrokers_ShowsTheCommittedOutputsAndSaysSo()
    {
        using var course = new CourseCopy();
        var (code, said) = await WithoutBrokersAsync(course.Root, "export", Notebook, "--output", course.PathOf("out"));
        Assert.True(code == 0, said);
        var page = await File.ReadAllTextAsync(course.PathOf($"out/{Name}.html"), TestContext.Current.CancellationToken);
        Assert.Contains("This notebook needs RabbitMQ and PostgreSQL", page, StringComparison.Ordinal);
        Assert.Contains("effects that happened twice: 0", page, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> WithoutBrokersAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(NotebookRunner).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["COURSE_BROKERS"] = "none", ["COURSE_RABBITMQ"] = "", ["COURSE_POSTGRES"] = "" },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}

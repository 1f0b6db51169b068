using System.Text.Json.Nodes;
using Handouts.Execution.References;

namespace Notebooks.Tests;

/// <summary>
/// The six runs of the opening and of tool 1, as the notebook's own cells show them, against what Python's asyncio does.
/// </summary>
public sealed class SemaphoreParityTests(SemaphoreTimelines timelines) : IClassFixture<SemaphoreTimelines>
{
    [Theory]
    [InlineData("unbounded", "lecture24-24.0.unbounded")]
    [InlineData("semaphore-10", "lecture24-24.0.semaphore-10")]
    [InlineData("semaphore-25", "lecture24-24.0.semaphore-25")]
    [InlineData("as-written", "lecture24-24.1.as-written")]
    [InlineData("unequal-run", "lecture24-24.1.unequal")]
    [InlineData("no-gate", "lecture24-24.1.unbounded")]
    public void Cell_Executed_ShowsTheRunOfTheReference(string cell, string run)
    {
        var ours = timelines.Read(cell);

        Assert.Equal(run, ours["id"]!.GetValue<string>());
        Assert.Empty(ReferenceMatch.Differences(ours, Reference(run)));
    }

    [Fact]
    public void Timelines_OfTheNotebook_AreOneForEachChart() =>
        Assert.Equal(12, timelines.Files.Count);

    [Fact]
    public async Task Run_WithFivePermits_ReplaysTheExampleWithFive()
    {
        using var folder = new TemporaryFolder();

        var result = await HandoutsProgram.RunAsync(
            Repository.Root, "run", "notebooks/08-semaphore.ipynb", "--set", "permits=5", "--timelines", folder.Path);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var run = Json(Path.Combine(folder.Path, "08-semaphore.as-written.1.json"));
        Assert.Equal("08-semaphore.as-written.1", run["id"]!.GetValue<string>());
        Assert.Equal(5, run["inputs"]!["permits"]!.GetValue<int>());
        Assert.Equal(0.6, run["expected"]!["summary"]!["total_s"]!.GetValue<double>());
        Assert.Equal(5, run["expected"]!["summary"]!["peaks"]!["permits-in-use"]!.GetValue<int>());
    }

    private static JsonObject Reference(string run) => Json(Path.Combine(Repository.Reference, run + ".json"));

    private static JsonObject Json(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}

/// <summary>The notebook's timelines, from one run of the program.</summary>
public sealed class SemaphoreTimelines : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public IReadOnlyList<string> Files => Directory.GetFiles(_folder.Path);

    public JsonObject Read(string cell) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.Path, $"08-semaphore.{cell}.1.json")))!.AsObject();

    public async ValueTask InitializeAsync()
    {
        var result = await HandoutsProgram.RunAsync(
            Repository.Root, "run", "notebooks/08-semaphore.ipynb", "--timelines", _folder.Path);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}

using System.Text.Json.Nodes;
using Handouts.Execution.References;

namespace Notebooks.Tests;

/// <summary>
/// Every reference run with the cell that reproduces it: what the notebooks' own cells show, against what Python's asyncio does.
/// </summary>
public sealed class ParityTests(CourseTimelines timelines) : IClassFixture<CourseTimelines>
{
    public static TheoryData<ReproducedRun> Reproduced => [.. ReproducedRun.All];

    [Theory]
    [MemberData(nameof(Reproduced))]
    public void Cell_Executed_ShowsTheRunOfTheReference(ReproducedRun reproduced)
    {
        var ours = timelines.Read(reproduced);
        var differences = ReferenceMatch.Differences(ours, Json(Path.Combine(Repository.Reference, reproduced.Run + ".json")));

        Assert.Equal(reproduced.Run, ours["id"]!.GetValue<string>());
        if (reproduced.Claim is null)
        {
            Assert.Empty(differences);
        }
        else
        {
            Assert.NotEmpty(differences);
        }
    }

    [Fact]
    public void Runs_OfBothLectures_AreAllReproduced()
    {
        var runs = Directory.GetFiles(Repository.Reference, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Empty(runs.Except(ReproducedRun.All.Select(reproduced => reproduced.Run)));
    }

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

    private static JsonObject Json(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}

/// <summary>The timelines of all notebooks, from one run of the program.</summary>
public sealed class CourseTimelines : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public JsonObject Read(ReproducedRun reproduced)
    {
        var file = Path.Combine(_folder.Path, $"{reproduced.Notebook}.{reproduced.Cell}.{reproduced.Place}.json");
        Assert.True(File.Exists(file), $"{reproduced} shows no timeline.");
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    }

    public async ValueTask InitializeAsync()
    {
        var result = await HandoutsProgram.RunAsync(Repository.Root, "run", "--timelines", _folder.Path, "--timeout", "1200");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}

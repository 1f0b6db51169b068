using Handouts.Notebooks;
using Handouts.Rendering;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class ExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Export_OfTwoNotebooks_WritesTheirPagesAndTheMap()
    {
        Notebook[] course = [Named("01-a", Text("title", "# 01 A")), Named("02-b", Text("title", "# 02 B"))];

        var paths = await ExportAsync(course, course, (notebook, _) => Task.FromResult<ExecutedNotebook?>(new(notebook)));

        Assert.Equal(["01-a.html", "02-b.html", "index.html"], paths.Select(Path.GetFileName));
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
        Assert.Contains("rel=\"next\" class=\"next\" href=\"02-b.html\"", await ReadAsync("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfOne_ShowsWhatItsRunShowedAndMapsAll()
    {
        var given = Named("01-a", Text("title", "# 01 A"));
        var executed = Named("01-a", Text("title", "# 01 A"), Code("1", new StreamOutput("stdout", "fresh")));
        Notebook[] course = [given, Named("02-b", Text("title", "# 02 B"))];

        await ExportAsync(course, [given], (_, _) => Task.FromResult<ExecutedNotebook?>(new(executed)));

        Assert.Contains("fresh", await ReadAsync("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("02-b.html", await ReadAsync("index.html"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "02-b.html")));
    }

    [Fact]
    public async Task Export_WhenARunFails_LeavesNoHalfPage()
    {
        var notebook = Named("01-a", Text("title", "# 01 A"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ExportAsync([notebook], [notebook], (_, _) => throw new InvalidOperationException("cell 3 failed")));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Export_WhenANotebookHasNoOutputs_WritesNoPageForItAndMapsIt()
    {
        Notebook[] course = [Named("01-a", Text("title", "# 01 A")), Named("02-b", Text("title", "# 02 B"))];

        var paths = await ExportAsync(course, course, (notebook, _) => Task.FromResult(notebook.Name == "01-a" ? null : new ExecutedNotebook(notebook)));

        Assert.Equal(["02-b.html", "index.html"], paths.Select(Path.GetFileName));
        Assert.Contains("01", await ReadAsync("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_OverAnOlderPage_ReplacesItWhole()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.html"), "old and much longer", TestContext.Current.CancellationToken);

        HandoutWriter.Write(_folder, new HandoutFile("a.html", "new"));

        Assert.Equal("new", await ReadAsync("a.html"));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Write_WhereAFileIsInTheWay_SaysSoInOneSentence()
    {
        var file = Path.Combine(_folder, "taken");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var problem = Assert.Throws<UsageException>(() => HandoutWriter.Write(file, new HandoutFile("a.html", "x")));

        Assert.StartsWith($"Handouts cannot be written to {file} (", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose a folder that you may write to.", problem.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> ExportAsync(Notebook[] course, Notebook[] chosen, ExecuteNotebook execute) =>
        new Exporter(execute).ExportAsync(course, [], chosen, new ExportOptions { Folder = _folder, Jobs = 2 }, TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(_folder, file), TestContext.Current.CancellationToken);
}

using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Commands;

/// <summary>What has not changed is neither run nor written again; what has, is.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryCourse _course = new();

    public ExportCommandTests()
    {
        _course.Add("01-a", Code("a", "Console.WriteLine(Guid.NewGuid());"));
        _course.Add("02-b", Code("b", "Console.WriteLine(Guid.NewGuid());"));
    }

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Export_NothingChanged_RunsNothingAndWritesNothing()
    {
        await ExportAsync();
        var before = Directory.GetFiles(Pages).ToDictionary(file => file, File.GetLastWriteTimeUtc);

        var again = await ExportAsync();

        Assert.Equal("01-a: unchanged\n02-b: unchanged\n", again[..again.IndexOf("2 handouts", StringComparison.Ordinal)].ReplaceLineEndings("\n"));
        Assert.Equal(before, Directory.GetFiles(Pages).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Fact]
    public async Task Export_OneNotebookChanged_OnlyThatOneRuns()
    {
        await ExportAsync();
        var other = await PageAsync("01-a");
        _course.Add("02-b", Code("b", "Console.WriteLine(\"changed\");"));

        var again = await ExportAsync();

        Assert.Contains("01-a: unchanged", again, StringComparison.Ordinal);
        Assert.Contains("02-b: 1 cells in", again, StringComparison.Ordinal);
        Assert.Contains("changed", await PageAsync("02-b"), StringComparison.Ordinal);
        Assert.Equal(other, await PageAsync("01-a"));
    }

    [Fact]
    public async Task Export_ATitleChanged_TheNeighboursPageNamesIt()
    {
        await ExportAsync();
        var cells = _course.Read("02-b").Cells;
        Handouts.Notebooks.NotebookFile.Write(_course.Read("02-b").With(
            [cells[0] with { Source = "# 02 Another name", Metadata = new() { ["course"] = new System.Text.Json.Nodes.JsonObject { ["role"] = "title" } } }, .. cells.Skip(1)]));

        var again = await ExportAsync();

        Assert.Contains("01-a: unchanged", again, StringComparison.Ordinal);
        Assert.Contains("Another name", await PageAsync("01-a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ANamedAssemblyChanged_RunsAgain()
    {
        var library = Path.Combine(_course.Root, "Markdig.dll");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Markdig.dll"), library);
        _course.Add("02-b", Code("b", "#r \"../Markdig.dll\"\n1"));
        await ExportAsync();
        await File.AppendAllTextAsync(library, " ", TestContext.Current.CancellationToken);

        var again = await ExportAsync();

        Assert.Contains("01-a: unchanged", again, StringComparison.Ordinal);
        Assert.Contains("02-b: 1 cells in", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AFileThatALoadedFileLoadsChanged_RunsAgain()
    {
        var parts = Directory.CreateDirectory(Path.Combine(_course.Root, "library", "parts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_course.Root, "library", "outer.csx"), "#load \"parts/inner.csx\"", TestContext.Current.CancellationToken);
        await WriteInnerAsync("before");
        _course.Add("02-b", Code("b", "#load \"../library/outer.csx\"\nConsole.WriteLine(word);"));
        await ExportAsync();
        Assert.Contains("before", await PageAsync("02-b"), StringComparison.Ordinal);
        await WriteInnerAsync("afterwards");

        var again = await ExportAsync();

        Assert.Contains("01-a: unchanged", again, StringComparison.Ordinal);
        Assert.Contains("02-b: 1 cells in", again, StringComparison.Ordinal);
        Assert.Contains("afterwards", await PageAsync("02-b"), StringComparison.Ordinal);

        // It loads the file that loads it, which the compiler allows.
        Task WriteInnerAsync(string word) => File.WriteAllTextAsync(
            Path.Combine(parts, "inner.csx"), $"#load \"../outer.csx\"\nvar word = \"{word}\";", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Export_TwoNotebooksOfOneName_NamesBothBeforeItRuns()
    {
        foreach (var folder in (string[])["one", "two"])
        {
            Directory.CreateDirectory(Path.Combine(_course.Root, folder));
            File.Copy(_course.PathOf("01-a"), Path.Combine(_course.Root, folder, "x.ipynb"));
        }

        var result = await HandoutsProgram.RunAsync(_course.Root, "export", "one/x.ipynb", "two/x.ipynb", "--output", "pages");

        Assert.Equal((ExitCodes.Usage, ""), (result.ExitCode, result.Output));
        Assert.Matches("^--output: .*one.x.ipynb and .*two.x.ipynb have the same name", Assert.Single(result.Error.TrimEnd().Split('\n')));
        Assert.False(Directory.Exists(Pages));
    }

    [Fact]
    public async Task Export_APageChangedOrDeletedByHand_IsWrittenAgainWithoutARun()
    {
        await ExportAsync();
        var (a, b) = (await PageAsync("01-a"), await PageAsync("02-b"));
        await File.WriteAllTextAsync(Path.Combine(Pages, "01-a.html"), "mine", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(Pages, "02-b.html"));

        var again = await ExportAsync();

        Assert.DoesNotContain("cells in", again, StringComparison.Ordinal);
        Assert.Equal((a, b), (await PageAsync("01-a"), await PageAsync("02-b")));
    }

    [Fact]
    public async Task Export_AKeptRunChangedByHand_RunsAgain()
    {
        await ExportAsync();
        var run = Directory.GetFiles(Path.Combine(Pages, ".runs"), "01-a.*.ipynb").Single();
        await File.AppendAllTextAsync(run, " ", TestContext.Current.CancellationToken);

        Assert.Contains("01-a: 1 cells in", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ANotebookSavedWhileItRuns_IsNotTakenForTheNewOne()
    {
        _course.Add("02-b", Code("b", "File.AppendAllText(\"02-b.ipynb\", \" \");"));

        Assert.Contains("02-b: 1 cells in", await ExportAsync(), StringComparison.Ordinal);
        Assert.Contains("02-b: 1 cells in", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ANeighbourThatCannotBeRead_IsNamedAndLeftOut()
    {
        await File.WriteAllTextAsync(_course.PathOf("02-b"), "{", TestContext.Current.CancellationToken);

        var said = await ExportAsync("01");

        Assert.Matches("02-b.ipynb cannot be read as a notebook: it is not JSON .* The map and the links between the pages go without it", said);
        Assert.Contains("1 handout and the map", said, StringComparison.Ordinal);
        Assert.DoesNotContain("02-b", await PageAsync("01-a"), StringComparison.Ordinal);
    }

    private string Pages => Path.Combine(_course.Root, "pages");

    private async Task<string> ExportAsync(params string[] notebooks)
    {
        var result = await HandoutsProgram.RunAsync(
            _course.Root, ["export", .. notebooks, "--output", "pages", "--jobs", "1", "--timeout", "3600"]);
        Assert.Equal((ExitCodes.Good, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private Task<string> PageAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Pages, name + ".html"), TestContext.Current.CancellationToken);
}

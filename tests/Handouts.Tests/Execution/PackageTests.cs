using Handouts.Execution;
using Handouts.Execution.Packages;
using Handouts.Notebooks;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Execution;

/// <summary>Packages by <c>#r "nuget: …"</c>, through the SDK's own restore.</summary>
public sealed class PackageTests : IDisposable
{
    /// <summary>One that these tests are built with, too: it is in the folder of packages without a network.</summary>
    private const string Package = "#r \"nuget: Polly.Core, 8.9.1\"";

    private readonly TemporaryCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task RunAsync_CellNamesAPackage_ItAndLaterCellsUseIt()
    {
        _course.Add(
            "n",
            Code("first", "1"),
            Code("names", $"// on the second line\n{Package}\nusing Polly;\ntypeof(ResiliencePipeline).Assembly.GetName().Name"),
            Code("uses", "var pipeline = new ResiliencePipelineBuilder().Build();\nawait pipeline.ExecuteAsync(async _ => { await Task.Yield(); return 42; })"));

        var run = await RunAsync();

        Assert.Null(run.Culprit?.Error);
        Assert.Equal("Polly.Core", Assert.IsType<DisplayOutput>(run.Cells[1].Outputs[0]).Plain);
        Assert.Equal("42", Assert.IsType<DisplayOutput>(run.Cells[2].Outputs[0]).Plain);
    }

    [Fact]
    public async Task RunAsync_PackageThatIsNowhere_SaysWhichWhereAndWhatToDo()
    {
        NoSources();
        _course.Add("n", Code("first", "1"), Code("bad", "#r \"nuget: No.Such.Package, 1.2.3\"\n1"));

        var run = await RunAsync();

        Assert.True(run.Cells[0].IsGood);
        Assert.Equal("PackageNotFound", run.Culprit!.Error!.Name);
        Assert.StartsWith("n.ipynb#bad(1,1): No.Such.Package 1.2.3 cannot be had: ", run.Culprit.Error.Message, StringComparison.Ordinal);
        Assert.Contains("in source(s): nowhere", run.Culprit.Error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"nuget.config gives for {_course.Notebooks}.", run.Culprit.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nuget: Polly.Core", "it says no version")]
    [InlineData("nuget: Polly.Core, 8.*", "\"8.*\" is no single version")]
    [InlineData("nuget: Polly.Core, [1.0,2.0)", "is no single version")]
    [InlineData("nuget:", "\"\" is no id of a package")]
    [InlineData("nuget: ../x, 1.0.0", "\"../x\" is no id of a package")]
    public void Parse_WhatIsNoPackage_SaysHowItIsWritten(string reference, string problem)
    {
        Assert.Null(PackageDirective.Parse(reference, 1, out var sentence));
        Assert.Contains(problem, sentence, StringComparison.Ordinal);
        Assert.EndsWith("write it like #r \"nuget: Polly.Core, 8.9.1\".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nuget: Polly.Core, 8.9.1", "Polly.Core", "8.9.1")]
    [InlineData("nuget:Polly.Core,8.9.1-beta.2", "Polly.Core", "8.9.1-beta.2")]
    [InlineData("NuGet: a_b, 1", "a_b", "1")]
    public void Parse_Package_ReadsIdAndVersion(string reference, string id, string version) =>
        Assert.Equal(new PackageDirective(id, version, 3), PackageDirective.Parse(reference, 3, out _));

    [Fact]
    public void Restore_OfTheSameSetAgain_StartsNothing()
    {
        List<PackageDirective> packages = [new("Polly.Core", "8.9.1", 1)];
        var first = PackageRestore.Restore(packages, _course.Notebooks, TestContext.Current.CancellationToken);

        // A restore would notice at once that it is not wanted.
        var second = PackageRestore.Restore(packages, _course.Notebooks, new CancellationToken(canceled: true));

        Assert.Null(first.Problem);
        Assert.Equal(first.Compile, second.Compile);
        Assert.Contains(first.Run, assembly => assembly.Name == "Polly.Core");
    }

    [Fact]
    public void Restore_OfTwoVersions_SaysSo() => Assert.Equal(
        "A is named in the versions 1.0 and 2.0: name one of them.",
        PackageRestore.Restore([new("A", "1.0", 1), new("a", "2.0", 2)], _course.Notebooks, TestContext.Current.CancellationToken).Problem);

    /// <summary>The only source of packages is an empty folder.</summary>
    private void NoSources()
    {
        Directory.CreateDirectory(Path.Combine(_course.Root, "empty"));
        File.WriteAllText(Path.Combine(_course.Root, "nuget.config"), """
            <configuration>
              <packageSources><clear /><add key="nowhere" value="empty" /></packageSources>
            </configuration>
            """);
    }

    private Task<NotebookRun> RunAsync() =>
        NotebookRunner.RunAsync(_course.Read("n"), new RunSettings { Limit = TimeSpan.FromMinutes(5) }, token: TestContext.Current.CancellationToken);
}

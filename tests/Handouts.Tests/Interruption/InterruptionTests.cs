using System.Globalization;
using Handouts.Execution;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Interruption;

/// <summary>
/// The program is really stopped, at many moments and in every way: no file is lost, half-written or wrong, no process
/// stays behind, and the next run works.
/// </summary>
public sealed class InterruptionTests
{
    private static readonly string[] Names = ["01-a", "02-b", "03-c"];

    /// <summary>Not a second limit beside the tests' own.</summary>
    private static readonly string[] Export = ["export", "--output", "pages", "--timeout", "3600"];

    [Fact]
    public async Task Export_StoppedAtAnyMoment_LeavesWholePagesAndNothingElse()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        using var course = new TemporaryCourse();
        var run = new StoppedRun(course.Root, Export);
        var whole = new WholeFiles();
        var time = TimeSpan.Zero;
        foreach (var version in (int[])[1, 0])
        {
            WriteVersion(course, version);
            time = await run.CompleteAsync();
            whole.Learn(PagesOf(course));
        }

        await StopOftenAsync(run, time, version => WriteVersion(course, version), () =>
        {
            whole.AssertAllOf(PagesOf(course), count: Names.Length + 1);
        });

        WriteVersion(course, 1);
        await run.CompleteAsync();
        Assert.All(Names, name => Assert.Contains("version 1", File.ReadAllText(Path.Combine(PagesOf(course), name + ".html")), StringComparison.Ordinal));
        whole.AssertAllOf(PagesOf(course), Names.Length + 1);
        AssertNoLeftovers(course);
    }

    [Fact]
    public async Task RunWrite_StoppedAtAnyMoment_LeavesWholeNotebooksAndNothingElse()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        using var course = new TemporaryCourse();
        var run = new StoppedRun(course.Root, ["run", "01-a", "02-b", "03-c", "--write", "--timeout", "3600"]);
        var whole = new WholeFiles();
        WriteVersion(course, 0);
        whole.Learn(course.Notebooks);
        var time = await run.CompleteAsync();
        whole.Learn(course.Notebooks);

        await StopOftenAsync(run, time, _ => WriteVersion(course, 0), () => whole.AssertAllOf(course.Notebooks, Names.Length));

        await run.CompleteAsync();
        Assert.All(Names, name => Assert.Single(course.Read(name).Cells[1].Outputs));
        whole.AssertAllOf(course.Notebooks, Names.Length);
        AssertNoLeftovers(course);
    }

    [Fact]
    public async Task Run_StoppedWhileItAsksForNeeds_LeavesNoProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        using var course = new TemporaryCourse();
        var program = CompiledProgram.Write(
            course.Root, "ask", "System.IO.File.WriteAllText(\"asked\", \"\"); System.Threading.Thread.Sleep(-1);");
        course.AddInNeedOf("a broker", program, "n", Code("a", "1"));
        var processes = new MarkedProcesses();
        using var run = processes.Start(course.Root, "dotnet", typeof(NotebookRunner).Assembly.Location, "run", "n", "--timeout", "3600");
        while (!File.Exists(Path.Combine(course.Root, "asked")))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await MarkedProcesses.SendAsync("TERM", run.Id.ToString(CultureInfo.InvariantCulture));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(MarkedProcesses.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Interrupted, run.ExitCode);
        Assert.True(await processes.AreGoneAsync(), "a process was left behind");
    }

    [Fact]
    public async Task Export_TwiceAtOnceIntoOneFolder_BothEndWellAndTheResultIsWhole()
    {
        using var course = new TemporaryCourse();
        WriteVersion(course, 0);
        var whole = new WholeFiles();
        Assert.Equal(ExitCodes.Good, (await HandoutsProgram.RunAsync(course.Root, Export)).ExitCode);
        whole.Learn(PagesOf(course));
        Directory.Delete(PagesOf(course), recursive: true);

        var both = await Task.WhenAll(
            HandoutsProgram.RunAsync(course.Root, Export),
            HandoutsProgram.RunAsync(course.Root, Export));

        Assert.All(both, result => Assert.Equal((ExitCodes.Good, ""), (result.ExitCode, result.Error)));
        whole.AssertAllOf(PagesOf(course), Names.Length + 1);
        AssertNoLeftovers(course);
    }

    /// <summary>Half of the moments are random; the others are those at which it begins to write a file.</summary>
    private static async Task StopOftenAsync(StoppedRun run, TimeSpan time, Action<int> prepare, Action check)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < Effort.Of(50, 6); round++)
        {
            var stop = (Stop)(round % 4);
            var after = 1.1 * random.NextDouble() * time;
            prepare(round % 2);
            try
            {
                await run.StopAsync(stop, after, atAWrite: round % 8 >= 4);
                check();
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}, {stop} after {after}", problem);
            }
        }
    }

    private static void WriteVersion(TemporaryCourse course, int version)
    {
        foreach (var name in Names)
        {
            course.Add(name, Code("a", $"Console.WriteLine(\"version {version}\");"));
        }
    }

    private static string PagesOf(TemporaryCourse course) => Path.Combine(course.Root, "pages");

    private static void AssertNoLeftovers(TemporaryCourse course) =>
        Assert.Empty(Directory.GetFiles(course.Root, "*.tmp", SearchOption.AllDirectories));

    /// <summary>The contents that each file may have: what was there before, or what a whole run writes.</summary>
    private sealed class WholeFiles
    {
        private readonly Dictionary<string, HashSet<string>> _contents = [];

        public void Learn(string folder)
        {
            foreach (var file in Files(folder))
            {
                _contents.TryAdd(Path.GetFileName(file), []);
                _contents[Path.GetFileName(file)].Add(File.ReadAllText(file));
            }
        }

        public void AssertAllOf(string folder, int count)
        {
            var files = Files(folder);
            Assert.Equal(count, files.Count);
            Assert.All(files, file => Assert.True(
                _contents[Path.GetFileName(file)].Contains(File.ReadAllText(file)), $"{file} is neither old nor new"));
        }

        private static List<string> Files(string folder) =>
            [.. Directory.GetFiles(folder).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal))];
    }
}

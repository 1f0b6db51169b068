using System.Diagnostics;
using Handouts.Execution;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Interruption;

/// <summary>There is no room, or no right, to write: the program says so in one sentence, and what was there stays.</summary>
public sealed class FullDiskTests
{
    /// <summary>No file may grow beyond 10 kB; what the runtime maps is not meant.</summary>
    private const string FilesOfTenKilobytes = "trap '' XFSZ; ulimit -f 10; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"";

    private const string DiskOfSixteenKilobytes = "mount -t tmpfs -o size=16k tmpfs pages && exec \"$@\"";

    private static readonly string Program = typeof(NotebookRunner).Assembly.Location;

    [Fact]
    public async Task Export_FilesCannotGrow_SaysSoAndKeepsTheOldPage()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is set by a shell.");
        using var course = Course("Console.Write(\"new\");");
        var pages = Directory.CreateDirectory(Path.Combine(course.Root, "pages")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pages, "n.html"), "old", TestContext.Current.CancellationToken);

        var result = await RunAsync(course, "bash", "-c", FilesOfTenKilobytes, "sh", "dotnet", Program, "export", "--output", "pages");

        AssertOneSentence(result, "n.html cannot be written");
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(pages, "n.html"), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(course.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task RunWrite_FilesCannotGrow_SaysSoAndKeepsTheNotebook()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is set by a shell.");
        using var course = Course("Console.Write(new string('x', 100_000));");
        var before = await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken);

        var result = await RunAsync(course, "bash", "-c", FilesOfTenKilobytes, "sh", "dotnet", Program, "run", "n", "--write");

        AssertOneSentence(result, "n.ipynb cannot be written");
        Assert.Equal(before, await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(course.Notebooks));
    }

    [Fact]
    public async Task Export_DiskIsFull_SaysSo()
    {
        using var course = Course("1");
        Directory.CreateDirectory(Path.Combine(course.Root, "pages"));
        Assert.SkipUnless(await CanMountAsync(course), "A small disk cannot be mounted here.");

        var result = await RunAsync(course, "unshare", "-rm", "sh", "-c", DiskOfSixteenKilobytes, "sh", "dotnet", Program, "export", "--output", "pages");

        AssertOneSentence(result, "cannot be written");
    }

    [Theory]
    [InlineData("/proc/handouts")]
    [InlineData("Course.slnx/handouts")]
    public async Task Export_FolderCannotBeWritten_SaysSoBeforeItRuns(string folder)
    {
        using var course = Course("Thread.Sleep(-1);");

        var result = await HandoutsProgram.RunAsync(course.Root, "export", "--output", folder);

        AssertOneSentence(result, $"--output: the folder {folder} cannot be written");
    }

    [Fact]
    public async Task RunWrite_FolderIsReadOnly_SaysSoAndKeepsTheNotebook()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Nothing is read-only to this user.");
        using var course = Course("1");
        var before = await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(course.Notebooks, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await HandoutsProgram.RunAsync(course.Root, "run", "n", "--write");

        File.SetUnixFileMode(course.Notebooks, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AssertOneSentence(result, "n.ipynb cannot be written");
        Assert.Equal(before, await File.ReadAllTextAsync(course.PathOf("n"), TestContext.Current.CancellationToken));
    }

    private static TemporaryCourse Course(string code)
    {
        var course = new TemporaryCourse();
        course.Add("n", Code("a", code));
        return course;
    }

    private static async Task<bool> CanMountAsync(TemporaryCourse course)
    {
        try
        {
            return (await RunAsync(course, "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=16k tmpfs pages")).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such command
        }
    }

    private static async Task<ProgramResult> RunAsync(TemporaryCourse course, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = course.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    private static void AssertOneSentence(ProgramResult result, string sentence)
    {
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(sentence, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Worker.Tests;

/// <summary>Whatever ends the process that wanted the brokers: no process, port or folder of theirs is left.</summary>
public sealed partial class CleaningUpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Parent_KilledWithItsFamilyOrClosed_LeavesNothing(bool isKilled)
    {
        RunningBrokers.MustBeThere();
        using var folder = new OpenFolder();
        using var parent = Start(folder.Path);
        var rabbit = PortIn(await parent.StandardOutput.ReadLineAsync(RunningBrokers.Token));
        var postgres = PortIn(await parent.StandardOutput.ReadLineAsync(RunningBrokers.Token));
        Assert.True(Listens(rabbit) && Listens(postgres));
        Assert.NotEmpty(Inhabitants(folder.Path));

        End(parent, isKilled);
        await UntilNothingIsLeftAsync(folder.Path);
        Assert.False(Listens(rabbit) || Listens(postgres));
    }

    [Fact]
    public async Task Parent_KilledWhileTheBrokersStart_LeavesNothing()
    {
        RunningBrokers.MustBeThere();
        using var folder = new OpenFolder();
        using var parent = Start(folder.Path);
        while (Inhabitants(folder.Path).Count == 0)
        {
            await Task.Delay(20, RunningBrokers.Token);
        }

        End(parent, isKilled: true);
        await UntilNothingIsLeftAsync(folder.Path);
    }

    [Fact]
    public async Task Brokers_ThatAreMissing_SayHowToGetThem()
    {
        using var folder = new OpenFolder();
        using var parent = Start(folder.Path, "none");
        var said = await parent.StandardError.ReadToEndAsync(RunningBrokers.Token);
        await parent.WaitForExitAsync(RunningBrokers.Token);
        Assert.Contains("apt-get install rabbitmq-server postgresql", said, StringComparison.Ordinal);
        Assert.Contains("docker run", said, StringComparison.Ordinal);
        Assert.Equal(1, parent.ExitCode);
    }

    [Fact]
    public async Task Brokers_ThatFindNoRoomForTheirFolder_SayWhy()
    {
        RunningBrokers.MustBeThere();
        using var parent = Start("/no/such/place");
        var said = await parent.StandardError.ReadToEndAsync(RunningBrokers.Token);
        await parent.WaitForExitAsync(RunningBrokers.Token);
        Assert.Contains("The brokers did not start: no folder can be made in /no/such/place/; set TMPDIR", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Equal(1, parent.ExitCode);
    }

    private static Process Start(string folder, string brokers = "") => Process.Start(new ProcessStartInfo("dotnet", [RunningBrokers.Program, "brokers"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["TMPDIR"] = folder,
            ["COURSE_BROKERS"] = brokers,
            ["COURSE_RABBITMQ"] = "",
            ["COURSE_POSTGRES"] = "",
        },
    })!;

    private static void End(Process parent, bool isKilled)
    {
        if (isKilled)
        {
            parent.Kill(entireProcessTree: true);
        }
        else
        {
            parent.StandardInput.Close();
        }
    }

    private static async Task UntilNothingIsLeftAsync(string folder)
    {
        var start = Stopwatch.StartNew();
        while (Inhabitants(folder).Count > 0 || Directory.EnumerateDirectories(folder, "course-brokers-*").Any())
        {
            Assert.True(start.Elapsed < Patience, $"still there: {string.Join(", ", Inhabitants(folder))}");
            await Task.Delay(50, RunningBrokers.Token);
        }
    }

    /// <summary>The processes that work in the folder, or were told of it.</summary>
    private static List<string> Inhabitants(string folder) =>
        [.. Directory.GetDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _)).Where(process => Knows(process, folder))];

    private static bool Knows(string process, string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(folder, StringComparison.Ordinal)
                || new FileInfo(Path.Combine(process, "cwd")).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int PortIn(string? line) => int.Parse(Port().Match(line!).Groups[1].Value, null);

    [GeneratedRegex(@"(?:127\.0\.0\.1:|Port=)(\d+)")]
    private static partial Regex Port();

    /// <summary>A temporary folder that the brokers' own users may pass through.</summary>
    private sealed class OpenFolder : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public OpenFolder()
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            }
        }

        public string Path => _folder.Path;

        public void Dispose() => _folder.Dispose();
    }
}

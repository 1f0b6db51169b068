using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mutation;

/// <summary>
/// The tests of the library, in a copy of their folder in which the library can be exchanged. One process for each
/// round: first the tests of the changed file, then the quick ones, then the slow ones; the first failure ends it.
/// </summary>
internal sealed partial class TestSuite
{
    private const string Tests = "AsyncAtScale.Tests";

    /// <summary>A process of its own, where nothing else uses the thread pool.</summary>
    private const string RepeatedRuns = "Determinism.Tests";

    private static readonly string[] SlowClasses = ["Primitives.BothPacesTests", "Demos.DemoTests"];

    private static readonly string[] Quick =
    [
        .. new[] { "Loop", "Primitives", "Demos" }.SelectMany(name => new[] { "-namespace", $"{Tests}.{name}" }),
        .. SlowClasses.SelectMany(name => new[] { "-class-", $"{Tests}.{name}" }),
    ];

    private static readonly string[] Slow = [.. SlowClasses.SelectMany(name => new[] { "-class", $"{Tests}.{name}" })];

    /// <summary>Processor time, many times what the tests need.</summary>
    private static readonly TimeSpan OwnLimit = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan QuickLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan SlowLimit = TimeSpan.FromSeconds(150);

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "tests");
    private readonly bool _isQuickOnly;

    /// <summary>Copies the tests and sees whether they pass when nothing is changed.</summary>
    /// <exception cref="InvalidOperationException">They fail even so.</exception>
    public TestSuite(string configuration, byte[] unchanged, bool isQuickOnly)
    {
        _isQuickOnly = isQuickOnly;
        Directory.CreateDirectory(_folder);
        foreach (var file in new[] { RepeatedRuns, Tests }.SelectMany(project => Output(project, configuration)))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }

        File.Delete(Path.Combine(_folder, "AsyncAtScale.pdb"));
        File.WriteAllBytes(Assembly, unchanged);
        if (Run(Tests, Quick, QuickLimit) is { Fate: not Fate.Survived } failure)
        {
            throw new InvalidOperationException($"The tests fail with nothing changed: {failure}");
        }
    }

    private string Assembly => Path.Combine(_folder, "AsyncAtScale.dll");

    /// <summary>Whether any test notices the change.</summary>
    public Verdict Judge(Mutant mutant, byte[] assembly)
    {
        File.WriteAllBytes(Assembly, assembly);
        (string Project, string[] Filter, TimeSpan Limit)[] rounds =
        [
            (Tests, ["-class", $"{Tests}.{ClassFor(mutant.Path)}"], OwnLimit),
            (Tests, Quick, QuickLimit),
            .. _isQuickOnly ? [] : new[] { (Tests, Slow, SlowLimit), (RepeatedRuns, [], SlowLimit) },
        ];
        var (fate, by) = rounds.Select(round => RunTwice(round.Project, round.Filter, round.Limit)).FirstOrDefault(outcome => outcome.Fate != Fate.Survived);
        return new Verdict(mutant.Key, fate, by ?? "");
    }

    private static string[] Output(string project, string configuration) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", project, "bin", configuration, "net10.0"));

    /// <summary>The tests of a file; those that lean on it most, if it has none of its own.</summary>
    private static string ClassFor(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var own = Path.GetFileNameWithoutExtension(path) + "Tests";
        var other = folder == "Loop" ? "VirtualLoopTests" : path.Contains("Retry", StringComparison.Ordinal) ? "RetryTests" : "AsyncSemaphoreTests";
        return $"{folder}.{(File.Exists(Path.Combine(Repository.Root, "tests", Tests, folder, own + ".cs")) ? own : other)}";
    }

    /// <summary>On a busy machine a test that waits for real threads may fail without a reason: a test that fails must do so again.</summary>
    private (Fate Fate, string By) RunTwice(string project, string[] filter, TimeSpan limit)
    {
        var first = Run(project, filter, limit);
        if (first.Fate == Fate.Survived)
        {
            return first;
        }

        var second = first.By.Length == 0 ? first : Run(project, ["-method", $"{project}.{first.By}"], limit);
        return second.Fate != Fate.Survived ? first : Run(project, filter, limit);
    }

    private (Fate Fate, string By) Run(string project, string[] filter, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, project + (OperatingSystem.IsWindows() ? ".exe" : "")))
        {
            ArgumentList = { "-stopOnFail", "-noColor", "-noLogo" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(filter, start.ArgumentList.Add);
        start.Environment["CI"] = "";
        start.Environment["DOTNET_GCHeapHardLimit"] = "40000000"; // a gigabyte, for what never stops growing
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (!Patience.WaitFor(process, limit))
        {
            return (Fate.TimedOut, "");
        }

        return process.ExitCode == 0
            ? (Fate.Survived, "")
            : (Fate.Killed, FirstFailure().Match(output.Result).Groups[1].Value);
    }

    [GeneratedRegex(@"(?:AsyncAtScale|Determinism)\.Tests\.([\w.]+).*\[FAIL\]")]
    private static partial Regex FirstFailure();
}

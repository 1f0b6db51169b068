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

    private static readonly string[] SlowClasses = ["Loop.DeterminismTests", "Primitives.BothPacesTests", "Demos.DemoTests"];

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
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", Tests, "bin", configuration, "net10.0")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }

        File.Delete(Path.Combine(_folder, "AsyncAtScale.pdb"));
        File.WriteAllBytes(Assembly, unchanged);
        if (Run(Quick, QuickLimit) is { Fate: not Fate.Survived } failure)
        {
            throw new InvalidOperationException($"The tests fail with nothing changed: {failure}");
        }
    }

    private string Assembly => Path.Combine(_folder, "AsyncAtScale.dll");

    /// <summary>Whether any test notices the change.</summary>
    public Verdict Judge(Mutant mutant, byte[] assembly)
    {
        File.WriteAllBytes(Assembly, assembly);
        (string[] Filter, TimeSpan Limit)[] rounds =
        [
            (["-class", $"{Tests}.{ClassFor(mutant.Path)}"], OwnLimit),
            (Quick, QuickLimit),
            .. _isQuickOnly ? [] : new[] { (Slow, SlowLimit) },
        ];
        var (fate, by) = rounds.Select(round => RunTwice(round.Filter, round.Limit)).FirstOrDefault(outcome => outcome.Fate != Fate.Survived);
        return new Verdict(mutant.Key, fate, by ?? "");
    }

    /// <summary>The tests of a file; those that lean on it most, if it has none of its own.</summary>
    private static string ClassFor(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var own = Path.GetFileNameWithoutExtension(path) + "Tests";
        var other = folder == "Loop" ? "VirtualLoopTests" : path.Contains("Retry", StringComparison.Ordinal) ? "RetryTests" : "AsyncSemaphoreTests";
        return $"{folder}.{(File.Exists(Path.Combine(Repository.Root, "tests", Tests, folder, own + ".cs")) ? own : other)}";
    }

    /// <summary>On a busy machine a test that waits for real threads may fail without a reason: a test that fails must do so again.</summary>
    private (Fate Fate, string By) RunTwice(string[] filter, TimeSpan limit)
    {
        var first = Run(filter, limit);
        if (first.Fate == Fate.Survived)
        {
            return first;
        }

        var second = first.By.Length == 0 ? first : Run(["-method", $"{Tests}.{first.By}"], limit);
        return second.Fate != Fate.Survived ? first : Run(filter, limit);
    }

    private (Fate Fate, string By) Run(string[] filter, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, Tests + (OperatingSystem.IsWindows() ? ".exe" : "")))
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

    [GeneratedRegex(@"AsyncAtScale\.Tests\.([\w.]+).*\[FAIL\]")]
    private static partial Regex FirstFailure();
}

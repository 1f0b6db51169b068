using System.Globalization;
using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Charts;

switch (args)
{
    // How long a whole run of a notebook takes, next to the bare compilation of its cells.
    case ["compile-peer", var notebook]:
        return await RunnerRatio.RunAsync(Path.GetFullPath(notebook));
    case ["compile-peer-once", .. var notebooks]:
        return CompilePeer.Run(notebooks);

    // What an export of the whole course costs: cold, with nothing changed, with one notebook changed.
    case ["runner"]:
        return await ExportCost.RunAsync();

    // A hundred thousand tasks through a semaphore on virtual time.
    case ["virtual-waits"]:
        VirtualWaits.Run();
        return 0;

    // The primitives next to what .NET has: ratios [rounds] [part of a name].
    case ["ratios", .. var rest]:
        Ratios.Run(
            rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 60,
            rest.Length > 1 ? rest[1] : null);
        return 0;

    // How soon large runs are painted, next to plotly.js (from npm): charts [rounds].
    case ["charts", .. var rest]:
        return await ChartContest.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5);

    // Everything else is BenchmarkDotNet's: --filter '*'
    default:
        BenchmarkSwitcher.FromAssembly(typeof(VirtualWaits).Assembly).Run(args);
        return 0;
}

using AsyncAtScale.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Benchmarks -- virtual-waits
// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
switch (args)
{
    case ["virtual-waits", ..]:
        VirtualWaits.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(VirtualWaits).Assembly).Run(args);
        return 0;
}

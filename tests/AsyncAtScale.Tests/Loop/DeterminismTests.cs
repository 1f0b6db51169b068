using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

/// <summary>
/// The same trace every time, also beside a thread that burns a core. By themselves: tests that run beside them use the pool
/// of this process, and leave its threads whenever they like.
/// </summary>
[Collection(nameof(DeterminismTests))]
[CollectionDefinition(nameof(DeterminismTests), DisableParallelization = true)]
public sealed class DeterminismTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AgainAndAgain_LeavesOneTrace(string scenario) => Repeat(scenario, Effort.Of(1000, 50));

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_BesideABusyThread_LeavesOneTrace(string scenario)
    {
        using var burner = new BurnerThread();
        Repeat(scenario, Effort.Of(1000, 30));
    }

    private void Repeat(string scenario, int runs)
    {
        var traces = new HashSet<string>();
        for (var run = 0; run < runs; run++)
        {
            if (traces.Add(TraceOf(Scenarios.All[scenario])))
            {
                output.WriteLine($"{scenario}: new trace in run {run}");
            }
        }

        output.WriteLine($"{scenario}: {runs} runs, {traces.Count} distinct trace(s)");
        Assert.True(traces.Count == 1, $"{traces.Count} traces in {runs} runs:\n{string.Join("\n\n", traces.Take(2))}");
        Assert.True(traces.Single().Count(c => c == '\n') >= 5, "the trace is too short to prove anything");
    }

    private static string TraceOf(Func<Trace, Task> scenario)
    {
        Trace? trace = null;
        VirtualLoop.Run(loop => scenario(trace = new Trace(loop)));
        return trace!.ToString();
    }
}

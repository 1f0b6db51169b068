using AsyncAtScale.Loop;

namespace Determinism.Tests;

/// <summary>The same trace every time, also beside a thread that burns a core.</summary>
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

    /// <summary>
    /// One that never rests: its items follow each other without a pause. Its thread may come back between two of ours, so that
    /// they change places; it does in one of some hundred to thousand runs. It did in one of twenty-five, and now and then a run took the pool
    /// for quiet and ended with a <see cref="StuckException"/>, when nothing kept the run's threads apart.
    /// </summary>
    [Theory]
    [InlineData(nameof(Scenarios.SemaphoreSlimWithToken))]
    [InlineData(nameof(Scenarios.TaskRun))]
    public async Task Run_BesideAHostThatUsesThePool_EndsAndHardlyEverDiffers(string scenario)
    {
        using var host = new BusyHost();
        var runs = Effort.Of(1000, 300);
        var traces = await Task.Factory.StartNew(
            () => Enumerable.Range(0, runs).CountBy(_ => TraceOf(Scenarios.All[scenario])).ToList(),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var most = traces.Max(trace => trace.Value);
        output.WriteLine($"{scenario}: {traces.Count} trace(s), {most} of {runs} runs left the same; the host did {host.Items} items meanwhile");
        Assert.InRange(most, runs * 0.98, runs);
        Assert.InRange(host.Items, runs, long.MaxValue);
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

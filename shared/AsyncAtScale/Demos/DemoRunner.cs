using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Runs the body of a demo at either pace. Nothing but the clock and the threads differ.</summary>
internal static class DemoRunner
{
    /// <param name="body">The demo.</param>
    /// <param name="pace">Which clock it runs on.</param>
    /// <param name="narrator">Tells what the virtual loop does; null for nobody.</param>
    public static Task<DemoOutcome<T>> Run<T>(Func<Task<T>> body, Pace pace, LoopNarrator? narrator = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Lane.Current is { } lane)
        {
            throw new InvalidOperationException(
                $"A demo runs already, in the lane '{lane.Name}', and a run inside a run has no time of its own: await the inner code directly.");
        }

        return pace == Pace.Virtual ? Task.FromResult(RunVirtually(body, narrator)) : RunForReal(body);
    }

    private static DemoOutcome<T> RunVirtually<T>(Func<Task<T>> body, LoopNarrator? narrator)
    {
        Recorder? recorder = null;
        VirtualLoop? ran = null;
        DemoOutcome<T> outcome;
        try
        {
            outcome = VirtualLoop.Run(
                loop =>
                {
                    ran = loop;
                    recorder = loop.Recorder = new Recorder(loop.Clock);
                    narrator?.Follow(loop);
                    return RunMain(body, recorder);
                },
                VirtualLoopOptions.Default with { Observer = narrator });
        }
        catch (StuckException stuck) when (recorder is not null)
        {
            outcome = new DemoOutcome<T>(recorder, Outcome.Deadlock, default, stuck);
        }
        catch (Exception problem) when (recorder is not null && problem is not EndlessRunException)
        {
            // Thrown where nobody awaits: in an async void method, in the callback of a timer or a token.
            outcome = new DemoOutcome<T>(recorder, Outcome.Failed, default, problem);
        }

        return outcome with { SlowSteps = ran!.SlowSteps };
    }

    private static Task<DemoOutcome<T>> RunForReal<T>(Func<Task<T>> body) =>
        Task.Run(() => RunMain(body, new Recorder(WallClock.Clock)));

    private static async Task<DemoOutcome<T>> RunMain<T>(Func<Task<T>> body, Recorder recorder)
    {
        var main = recorder.StartLane(DerivedWaits.MainLane);
        using var scope = LaneScope.Enter(main);
        try
        {
            var result = await body();
            return new DemoOutcome<T>(recorder, Outcome.Completed, result, null);
        }
        catch (Exception problem) when (problem is not StuckException)
        {
            scope.Ending = problem is OperationCanceledException ? Ending.Cancelled : Ending.Failed;
            return new DemoOutcome<T>(recorder, Outcome.Failed, default, problem);
        }
    }
}

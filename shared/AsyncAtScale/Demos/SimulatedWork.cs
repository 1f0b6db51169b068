using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Durations in place of calls and computations.</summary>
internal static class SimulatedWork
{
    public static async Task Run(TimeSpan duration, string? label, Exception? error, CancellationToken cancellationToken)
    {
        if (Lane.Current is not { } lane)
        {
            await Delay(duration, error, cancellationToken);
            return;
        }

        var work = lane.Begin(Activity.Running, label);
        work.Lane.Instant("started");
        Lane? canceller = null; // noted in the flow of whoever cancels, before the delay hears of it: last in, first told
        try
        {
            var delay = Delay(duration, error, cancellationToken);
            using var watch = cancellationToken.UnsafeRegister(_ => canceller = Lane.Current, null);
            await delay;
        }
        catch (OperationCanceledException)
        {
            work.End(Ending.Cancelled, canceller == lane ? null : canceller, WakeKind.Cancellation);
            work.Lane.Instant("cancelled");
            throw;
        }
        catch (Exception problem)
        {
            work.End(Ending.Failed);
            work.Lane.Instant("failed", new { error = problem.GetType().Name });
            throw;
        }

        work.End();
        work.Lane.Instant("finished");
    }

    public static void Block(TimeSpan duration, string? label)
    {
        var lane = Lane.Current;
        var block = lane?.Begin(Activity.Blocking, label);
        if (VirtualLoop.Current is { } loop)
        {
            loop.Block(duration);
        }
        else
        {
            WallClock.Sleep(duration);
        }

        block?.End();
    }

    private static async Task Delay(TimeSpan duration, Exception? error, CancellationToken cancellationToken)
    {
        await Task.Delay(duration, Demo.Clock, cancellationToken);
        if (error is not null)
        {
            throw error;
        }
    }
}

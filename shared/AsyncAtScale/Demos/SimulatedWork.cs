using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Durations in place of calls and computations.</summary>
internal static class SimulatedWork
{
    /// <summary>A whole call: a span, with what became of it said before and after.</summary>
    public static async Task Run(TimeSpan duration, string? label, Exception? error, CancellationToken cancellationToken)
    {
        if (Lane.Current is not { } lane || Lane.IsCovered)
        {
            await Delay(duration, error, cancellationToken);
            return;
        }

        var work = lane.Begin(Activity.Running, label);
        work.Lane.Instant("started");
        try
        {
            await Span(work, lane, duration, error, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            work.Lane.Instant("cancelled");
            throw;
        }
        catch (Exception problem)
        {
            work.Lane.Instant("failed", new { error = problem.GetType().Name });
            throw;
        }

        work.Lane.Instant("finished");
    }

    /// <summary>A piece of something larger: a span and no more.</summary>
    public static Task RunStep(TimeSpan duration, string label, CancellationToken cancellationToken) =>
        Lane.Current is not { } lane || Lane.IsCovered
            ? Delay(duration, null, cancellationToken)
            : Span(lane.Begin(Activity.Running, label), lane, duration, null, cancellationToken);

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

    private static async Task Span(
        OpenSpan work, Lane lane, TimeSpan duration, Exception? error, CancellationToken cancellationToken)
    {
        var delay = Delay(duration, error, cancellationToken);
        using var canceller = new Canceller(cancellationToken);
        try
        {
            await delay;
        }
        catch (OperationCanceledException)
        {
            work.End(Ending.Cancelled, canceller.Lane == lane ? null : canceller.Lane, WakeKind.Cancellation);
            throw;
        }
        catch (Exception)
        {
            work.End(Ending.Failed);
            throw;
        }

        work.End();
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

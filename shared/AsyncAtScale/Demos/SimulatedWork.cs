using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Durations in place of calls and computations.</summary>
internal static class SimulatedWork
{
    /// <summary>A whole call: a span, with what became of it said before and after.</summary>
    public static Task Run(TimeSpan duration, string? label, Exception? error, CancellationToken cancellationToken) =>
        Run(() => Delay(duration, error, cancellationToken), label, cancellationToken);

    /// <summary>The same, for a call whose length somebody else decides.</summary>
    public static async Task Run(Func<Task> call, string? label, CancellationToken cancellationToken)
    {
        if (Lane.Current is not { } lane || Lane.IsCovered)
        {
            await call();
            return;
        }

        var work = lane.Begin(Activity.Running, label);
        work.Lane.Instant("started");
        try
        {
            await Span(work, lane, call, cancellationToken);
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
            : Span(lane.Begin(Activity.Running, label), lane, () => Delay(duration, null, cancellationToken), cancellationToken);

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

    private static async Task Span(OpenSpan work, Lane lane, Func<Task> call, CancellationToken cancellationToken)
    {
        var running = call();
        using var canceller = new Canceller(cancellationToken);
        try
        {
            await running;
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

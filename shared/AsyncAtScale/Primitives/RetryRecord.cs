using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>Attempts and pauses of one retried call, as spans of the caller's lane.</summary>
internal sealed class RetryRecord(Lane? lane, CancellationToken cancellationToken) : IDisposable
{
    private OpenSpan? _pause;
    private Canceller? _pauseCanceller;

    public int Attempts { get; private set; }

    public void Start() => lane?.Instant("started");

    public async Task<T> Attempt<T>(Func<int, Task<T>> work)
    {
        EndPause(Ending.Normal);
        var number = ++Attempts;
        var span = lane?.Begin(Activity.Running, $"attempt {number}");
        Lane.IsCovered = true; // until this method returns: the attempt stands for the work in it
        Canceller? canceller = null;
        try
        {
            var running = work(number);
            canceller = new Canceller(cancellationToken);
            var result = await running;
            span?.End();
            lane?.Instant("finished", new { attempt = number });
            return result;
        }
        catch (Exception problem)
        {
            var (ending, word) = Told(problem);
            End(span, ending, canceller);
            lane?.Instant(word, new { attempt = number });
            throw;
        }
        finally
        {
            canceller?.Dispose();
        }
    }

    public void Pause()
    {
        _pause = lane?.Begin(Activity.Backoff, $"after attempt {Attempts}");
        _pauseCanceller = new Canceller(cancellationToken);
    }

    /// <summary>A pause that is still open was cancelled.</summary>
    public void Dispose() => EndPause(Ending.Cancelled);

    public void GiveUp() => lane?.Instant("gave-up", new { attempts = Attempts });

    private void EndPause(Ending ending)
    {
        End(_pause, ending, _pauseCanceller);
        _pauseCanceller?.Dispose();
        (_pause, _pauseCanceller) = (null, null);
    }

    private void End(OpenSpan? span, Ending ending, Canceller? canceller)
    {
        var cause = ending == Ending.Cancelled && canceller?.Lane != lane ? canceller?.Lane : null;
        span?.End(ending, cause, cause is null ? WakeKind.Timer : WakeKind.Cancellation);
    }

    private static (Ending Ending, string Word) Told(Exception problem) => problem switch
    {
        TimeoutException => (Ending.TimedOut, "timed-out"),
        OperationCanceledException => (Ending.Cancelled, "cancelled"),
        _ => (Ending.Failed, "failed"),
    };
}

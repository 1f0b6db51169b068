using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>Attempts and pauses of one retried call, as spans of the caller's lane.</summary>
internal sealed class RetryRecord(Lane? lane)
{
    private OpenSpan? _pause;

    public int Attempts { get; private set; }

    public void Start() => lane?.Instant("started");

    public async Task<T> Attempt<T>(Func<int, Task<T>> work)
    {
        EndPause(Ending.Normal);
        var number = ++Attempts;
        var span = lane?.Begin(Activity.Running, $"attempt {number}");
        Lane.IsCovered = true; // until this method returns: the attempt stands for the work in it
        try
        {
            var result = await work(number);
            span?.End();
            lane?.Instant("finished", new { attempt = number });
            return result;
        }
        catch (Exception problem)
        {
            var (ending, word) = Told(problem);
            span?.End(ending);
            lane?.Instant(word, new { attempt = number });
            throw;
        }
    }

    public void Pause() => _pause = lane?.Begin(Activity.Backoff, $"after attempt {Attempts}");

    /// <summary>A pause that is still open was cancelled.</summary>
    public void Stop() => EndPause(Ending.Cancelled);

    public void GiveUp() => lane?.Instant("gave-up", new { attempts = Attempts });

    private void EndPause(Ending ending)
    {
        _pause?.End(ending);
        _pause = null;
    }

    private static (Ending Ending, string Word) Told(Exception problem) => problem switch
    {
        TimeoutException => (Ending.TimedOut, "timed-out"),
        OperationCanceledException => (Ending.Cancelled, "cancelled"),
        _ => (Ending.Failed, "failed"),
    };
}

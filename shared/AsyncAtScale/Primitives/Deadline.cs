using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>Two ways to stop waiting when time is up. They differ in what becomes of the work.</summary>
/// <example>
/// <code>
/// var run = await Demo.Run("A call that hangs", async () =>
/// {
///     try
///     {
///         await Deadline.CancelAfterAsync(token => Demo.Work(60, cancellationToken: token), TimeSpan.FromSeconds(0.5));
///         return "in time";
///     }
///     catch (TimeoutException)
///     {
///         return $"given up after {Demo.Now} s";
///     }
/// });
/// run.Result // given up after 0.5 s
/// </code>
/// </example>
public static class Deadline
{
    /// <summary>
    /// Cancels the work when time is up, waits until it has cleaned up, then throws (asyncio's <c>wait_for</c>). So nothing
    /// runs on behind the caller's back; but if the clean-up takes time, so does this call, and work that ignores
    /// its token is waited for to its end.
    /// </summary>
    /// <param name="work">Gets the token that is cancelled when time is up.</param>
    /// <param name="limit">How long the work may take.</param>
    /// <param name="cancellationToken">Cancels the work from outside.</param>
    /// <exception cref="TimeoutException">Time was up and the work let itself be cancelled.</exception>
    /// <exception cref="OperationCanceledException">Cancelled from outside.</exception>
    public static async Task<T> CancelAfterAsync<T>(
        Func<CancellationToken, Task<T>> work, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var lane = Lane.Current;
        var begin = lane?.Recorder.EventCount ?? 0;
        using var alarm = new CancellationTokenSource(limit, AmbientClock.Current);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, cancellationToken);
        var isTimeUp = false; // and not cancelled from outside before
        using var watch = alarm.Token.UnsafeRegister(_ => isTimeUp = !cancellationToken.IsCancellationRequested, null);
        var running = work(either.Token);
        return await RecordedWait.For("deadline", WaitReason.Tasks, TimeOutOf(running), () => LaneTasks.LastToEnd([running]));

        // The work's own cancellation by the alarm becomes a time-out; everything else stays what it is.
        async Task<T> TimeOutOf(Task<T> work)
        {
            try
            {
                return await work;
            }
            catch (OperationCanceledException cancelled) when (isTimeUp)
            {
                lane?.Recorder.TimeUp(lane, begin);
                throw new TimeoutException(
                    FormattableString.Invariant($"The work took longer than {limit.TotalSeconds:0.###} s and was cancelled."), cancelled);
            }
        }
    }

    /// <inheritdoc cref="CancelAfterAsync{T}"/>
    public static Task CancelAfterAsync(
        Func<CancellationToken, Task> work, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return CancelAfterAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            limit,
            cancellationToken);
    }

    /// <summary>
    /// Throws when time is up and leaves the work running (<c>Task.WaitAsync</c>). The caller is free on time, always;
    /// whatever the work holds it goes on holding.
    /// </summary>
    /// <param name="work">The work, already started.</param>
    /// <param name="limit">How long to wait for it.</param>
    /// <exception cref="TimeoutException">Time was up. The work goes on.</exception>
    public static Task<T> AbandonAfterAsync<T>(Task<T> work, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(work);
        Gather.Observe([work]);
        return RecordedWait.For("deadline", WaitReason.Tasks, work.WaitAsync(limit, AmbientClock.Current), () => LaneTasks.LastToEnd([work]));
    }

    /// <inheritdoc cref="AbandonAfterAsync{T}"/>
    public static Task AbandonAfterAsync(Task work, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(work);
        Gather.Observe([work]);
        return RecordedWait.For("deadline", WaitReason.Tasks, work.WaitAsync(limit, AmbientClock.Current), () => LaneTasks.LastToEnd([work]));
    }
}

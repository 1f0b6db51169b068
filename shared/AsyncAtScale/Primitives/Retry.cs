using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;
using Polly;
using Polly.Retry;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Tries again, with a deadline for each attempt and growing pauses between them. A recorded face over Polly's retry
/// pipeline, on the ambient clock.
/// </summary>
/// <remarks>
/// On a recorded run each attempt and each pause is a span of the caller's lane, with "started", "timed-out" or
/// "failed" for an attempt that did not succeed, "finished" for one that did, and "gave-up" after the last.
/// </remarks>
/// <example>
/// <code>
/// var plan = new RetryPlan { Attempts = 3, Deadline = TimeSpan.FromSeconds(0.5), FirstPause = TimeSpan.FromSeconds(0.1) };
/// double[] durations = [2, 2, 0.2];
///
/// var run = await Demo.Run("The third attempt", () =>
///     Retry.RunAsync(plan, (attempt, token) => Demo.Work(durations[attempt - 1], cancellationToken: token)));
/// run.Elapsed.TotalSeconds // 1.5
/// </code>
/// </example>
public static class Retry
{
    /// <summary>Runs the work until it succeeds or the attempts are used up.</summary>
    /// <param name="plan">How often and with which pauses.</param>
    /// <param name="work">One attempt: gets its number, from 1, and a token that is cancelled at its deadline.</param>
    /// <param name="cancellationToken">Cancels attempt and pause.</param>
    /// <returns>The result of the first attempt that succeeded.</returns>
    /// <exception cref="TimeoutException">The last attempt did not end in time.</exception>
    /// <exception cref="Exception">What the last attempt threw.</exception>
    public static async Task<T> RunAsync<T>(
        RetryPlan plan, Func<int, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(work);
        using var record = new RetryRecord(Lane.Current, cancellationToken);
        record.Start();
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancellationToken);
        try
        {
            return await PipelineOf(plan, record).ExecuteAsync(
                async running => await record.Attempt(number => Limited(plan, number, work, running.CancellationToken)), context);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            record.GiveUp();
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(
        RetryPlan plan, Func<int, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(
            plan,
            async (number, token) =>
            {
                await work(number, token);
                return true;
            },
            cancellationToken);
    }

    private static Task<T> Limited<T>(
        RetryPlan plan, int number, Func<int, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        plan.Deadline is { } limit
            ? Deadline.CancelAfterAsync(token => work(number, token), limit, cancellationToken)
            : work(number, cancellationToken);

    private static ResiliencePipeline PipelineOf(RetryPlan plan, RetryRecord record)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = AmbientClock.Current };
        if (plan.Attempts == 1)
        {
            return builder.Build();
        }

        return builder
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = plan.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = plan.FirstPause,
                MaxDelay = plan.LongestPause,
                UseJitter = plan.Jitter is not null,
                Randomizer = plan.Jitter is { } random ? random.NextDouble : static () => 0.5,
                DelayGenerator = plan.PauseAfter is null ? null : args => new(PauseAskedFor(plan, args.Outcome.Exception)),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(
                    problem => problem is not OperationCanceledException && plan.IsTransient(problem)),
                OnRetry = _ =>
                {
                    record.Pause();
                    return default;
                },
            })
            .Build();
    }

    private static TimeSpan? PauseAskedFor(RetryPlan plan, Exception? problem) =>
        problem is not null && plan.PauseAfter!(problem) is { } asked
            ? asked + (plan.FirstPause * (plan.Jitter?.NextDouble() ?? 0))
            : null;
}

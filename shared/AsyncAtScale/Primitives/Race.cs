using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Starts several contenders and takes the first to end; the others are cancelled <em>and awaited</em>, so that their
/// clean-up is over when the race is.
/// </summary>
/// <remarks>
/// On a recorded run it writes "winner" and "cancel-requested" in the lanes of the contenders. What the losers throw is
/// dropped.
/// </remarks>
/// <example>
/// <code>
/// Func&lt;CancellationToken, Task&lt;string&gt;&gt; Region(string name, double seconds) => async token =>
/// {
///     await Demo.Work(seconds, cancellationToken: token);
///     return name;
/// };
///
/// var run = await Demo.Run("The first region wins", async () =>
/// {
///     var race = await Race.FirstAsync([Region("us-east", 0.2), Region("eu-west", 0.3)]);
///     return $"{await race.Task}; the other is {race.Losers[0].Status}";
/// });
/// run.Result // us-east; the other is Canceled
/// </code>
/// </example>
public static class Race
{
    /// <summary>Runs the race.</summary>
    /// <param name="contenders">Each gets a token that is cancelled when another has won.</param>
    /// <param name="cancellationToken">Cancels all.</param>
    /// <returns>The winner, by its position, and its task. Ending includes failing: await the task to know.</returns>
    /// <exception cref="ArgumentException">There are no contenders.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before any of them had ended otherwise.</exception>
    public static async Task<RaceResult<T>> FirstAsync<T>(
        IEnumerable<Func<CancellationToken, Task<T>>> contenders, CancellationToken cancellationToken = default)
    {
        using var finish = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T>[] all = [.. contenders.Select(contender => FirstSteps.Run(contender, finish.Token))];
        if (all.Length == 0)
        {
            throw new ArgumentException("A race needs contenders.", nameof(contenders));
        }

        Gather.Observe(all);
        var winner = await RecordedWait.For("race", WaitReason.Tasks, Task.WhenAny(all), () => LaneTasks.LastToEnd(all));
        var isCalledOff = winner.IsCanceled && cancellationToken.IsCancellationRequested;
        if (!isCalledOff)
        {
            LaneTasks.Of(winner)?.Instant("winner");
        }

        var place = Array.IndexOf(all, winner);
        Task<T>[] losers = [.. all.Where((_, other) => other != place)]; // by place: .NET gives equal small results one task
        await CancelAndAwait(losers, finish);
        return isCalledOff
            ? throw new OperationCanceledException(cancellationToken)
            : new RaceResult<T>(place, winner, losers);
    }

    private static async Task CancelAndAwait(Task[] losers, CancellationTokenSource finish)
    {
        foreach (var loser in losers.Where(task => !task.IsCompleted))
        {
            LaneTasks.Of(loser)?.Instant("cancel-requested");
        }

        // What a callback of a loser's token throws must not keep us from waiting for the losers.
        await finish.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await RecordedWait.For("the losers", WaitReason.Tasks, Gather.Ended(losers), () => LaneTasks.LastToEnd(losers));
    }
}

/// <summary>How a <see cref="Race"/> ended.</summary>
/// <param name="Winner">The winner's position among the contenders, from 0.</param>
/// <param name="Task">The winner's task, ended.</param>
/// <param name="Losers">The other tasks in the order given, ended too; most of them cancelled.</param>
public sealed record RaceResult<T>(int Winner, Task<T> Task, IReadOnlyList<Task<T>> Losers);

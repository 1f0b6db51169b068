using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// Starts several contenders and takes the first to end; the others are cancelled <em>and awaited</em>, so that their
/// clean-up is over when the race is.
/// </summary>
public static class Race
{
    /// <summary>Runs the race.</summary>
    /// <param name="contenders">Each gets a token that is cancelled when another has won.</param>
    /// <param name="cancellationToken">Cancels all.</param>
    /// <returns>The winner, by its position, and its task. Ending includes failing: await the task to know.</returns>
    /// <exception cref="ArgumentException">There are no contenders.</exception>
    public static async Task<RaceResult<T>> FirstAsync<T>(
        IEnumerable<Func<CancellationToken, Task<T>>> contenders, CancellationToken cancellationToken = default)
    {
        using var finish = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T>[] all = [.. contenders.Select(contender => contender(finish.Token))];
        var (done, pending) = await Wait.ForAsync(all, Until.FirstCompleted);
        var winner = done[0];
        await finish.CancelAsync();
        await RecordedWait.For("the losers", WaitReason.Tasks, Gather.Ended(pending), () => LaneTasks.LastToEnd(pending));
        Gather.Observe(all);
        return new RaceResult<T>(Array.IndexOf(all, winner), winner, pending);
    }
}

/// <summary>How a <see cref="Race"/> ended.</summary>
/// <param name="Winner">The winner's position among the contenders, from 0.</param>
/// <param name="Task">The winner's task, ended.</param>
/// <param name="Losers">The other tasks, ended too; most of them cancelled.</param>
public sealed record RaceResult<T>(int Winner, Task<T> Task, IReadOnlyList<Task<T>> Losers);

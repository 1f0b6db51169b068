namespace AsyncAtScale.Primitives;

/// <summary>
/// Runs work up to its first real wait. What it throws there is its own end, not that of who starts it: so it ends as an
/// <c>async</c> method would.
/// </summary>
internal static class FirstSteps
{
    /// <summary>The work's own task; one that has failed or is cancelled if the work threw, and one that has failed if it returned none.</summary>
    public static Task Run<TArgument>(Func<TArgument, Task> work, TArgument argument) =>
        Run(work, argument, Task.FromCanceled, Task.FromException);

    /// <inheritdoc cref="Run{TArgument}"/>
    public static Task<T> Run<TArgument, T>(Func<TArgument, Task<T>> work, TArgument argument) =>
        Run(work, argument, Task.FromCanceled<T>, Task.FromException<T>);

    private static TTask Run<TArgument, TTask>(
        Func<TArgument, TTask> work, TArgument argument, Func<CancellationToken, TTask> cancelled, Func<Exception, TTask> failed)
        where TTask : Task
    {
        try
        {
            return work(argument) ?? throw new InvalidOperationException("The work returned no task: null in place of a Task.");
        }
        catch (OperationCanceledException problem)
        {
            var token = problem.CancellationToken;
            return cancelled(token.IsCancellationRequested ? token : new CancellationToken(canceled: true));
        }
        catch (Exception problem)
        {
            return failed(problem);
        }
    }
}

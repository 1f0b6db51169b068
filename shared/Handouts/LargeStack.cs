namespace Handouts;

/// <summary>Runs work that follows how deeply somebody else's code or markup nests: an overflow would end this process.</summary>
internal static class LargeStack
{
    private const int Size = 256 << 20;

    /// <summary>Runs it on a thread of its own.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(done, work), Size) { IsBackground = true, Name = "large stack" };
        thread.Start();
        return done.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception problem)
        {
            done.SetException(problem);
        }
    }
}

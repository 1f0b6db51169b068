using System.Runtime.ExceptionServices;

namespace AsyncAtScale.Loop;

/// <summary>
/// A thread for one piece of work. What a thread of the pool queues lands in a queue of its own, which others
/// empty in an order that hangs on their timing: so a loop that is to repeat itself cannot live on such a thread.
/// </summary>
internal static class OwnThread
{
    /// <summary>Does the work in the caller's flow, while the caller waits, and returns or throws what it does.</summary>
    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? problem = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception thrown)
            {
                problem = ExceptionDispatchInfo.Capture(thrown);
            }
        })
        {
            IsBackground = true,
            Name = "Virtual loop",
        };
        thread.Start();
        thread.Join();
        problem?.Throw();
        return result!;
    }
}

namespace AsyncAtScale.Loop;

/// <summary>What the thread pool does not say directly.</summary>
internal static class PoolThreads
{
    /// <summary>How many of its worker threads are at work now.</summary>
    public static int Busy()
    {
        ThreadPool.GetAvailableThreads(out var free, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return most - free;
    }
}

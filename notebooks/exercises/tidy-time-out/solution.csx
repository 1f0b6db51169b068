async Task<string> Within(
    double limit, Func<CancellationToken, Task<string>> ask)
{
    using var stop = new CancellationTokenSource(
        TimeSpan.FromSeconds(limit), Clock);
    try
    {
        return await ask(stop.Token);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        return "too late";
    }
}

async Task<string> Ask(
    Func<CancellationToken, Task<string>> call, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await call(stop).WaitAsync(
                TimeSpan.FromSeconds(0.5), Clock, stop);
        }
        catch (TimeoutException) when (attempt < 3)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.1 * attempt), Clock, stop);
        }
    }
}

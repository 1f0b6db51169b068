async Task<string> Ask(
    Func<CancellationToken, Task<string>> call, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await Deadline.CancelAfterAsync(
                call, TimeSpan.FromSeconds(0.5), stop);
        }
        catch (Exception) when (attempt < 3)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.1 * attempt), Clock, stop);
        }
    }
}

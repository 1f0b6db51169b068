async Task<string> Ask(
    Func<CancellationToken, Task<string>> call, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await call(CancellationToken.None);
        }
        catch (Exception) when (attempt < 3)
        {
            // again
        }
    }
}

async Task Park(
    SemaphoreSlim spaces, Func<Task> work, CancellationToken patience)
{
    try
    {
        await Waiting("permit", spaces.WaitAsync(patience));
        await work();
        spaces.Release();
    }
    catch (OperationCanceledException)
    {
        spaces.Release();
        throw;
    }
}

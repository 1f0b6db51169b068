async Task Park(
    SemaphoreSlim spaces, Func<Task> work, CancellationToken patience)
{
    await Waiting("permit", spaces.WaitAsync(patience));
    try
    {
        await work();
        spaces.Release();
    }
    finally
    {
        spaces.Release();
    }
}

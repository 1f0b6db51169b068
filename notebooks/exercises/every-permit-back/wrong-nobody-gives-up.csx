async Task Park(
    SemaphoreSlim spaces, Func<Task> work, CancellationToken patience)
{
    await Waiting("permit", spaces.WaitAsync());
    try
    {
        await work();
    }
    finally
    {
        spaces.Release();
    }
}

async Task Park(
    SemaphoreSlim spaces, Func<Task> work, CancellationToken patience)
{
    await Waiting("permit", spaces.WaitAsync(patience));
    try
    {
        await work();
    }
    catch (Exception)
    {
        // the permit must come back
    }

    spaces.Release();
}

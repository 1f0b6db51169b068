async Task Park(
    SemaphoreSlim spaces, Func<Task> work, CancellationToken patience)
{
    await Waiting("permit", spaces.WaitAsync(patience));
    await work();
    spaces.Release();
}

async Task Night(
    Channel<int> ramp, Func<Task> north, Func<Task> south, Task porters)
{
    async Task UnloadAndClose(Func<Task> van)
    {
        await van();
        ramp.Writer.Complete();
    }

    await Task.WhenAll(north(), UnloadAndClose(south));
    await porters;
}

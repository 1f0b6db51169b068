async Task Night(
    Channel<int> ramp, Func<Task> north, Func<Task> south, Task porters)
{
    async Task Unload(Func<Task> van)
    {
        await van();
        ramp.Writer.Complete();       // my last parcel is on the ramp
    }

    await Task.WhenAll(Unload(north), Unload(south));
    await porters;
}

async Task Night(
    Channel<int> ramp, Func<Task> north, Func<Task> south, Task porters)
{
    await Task.WhenAll(north(), south());
    ramp.Writer.Complete();           // the last parcel of both
    await porters;
}

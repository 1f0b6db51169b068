async Task Night(
    Channel<int> ramp, Func<Task> north, Func<Task> south, Task porters)
{
    await Task.WhenAll(north(), south());
    await porters;
    ramp.Writer.Complete();
}

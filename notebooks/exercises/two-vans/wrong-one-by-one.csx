async Task Night(
    Channel<int> ramp, Func<Task> north, Func<Task> south, Task porters)
{
    await north();
    await south();
    ramp.Writer.Complete();
    await porters;
}

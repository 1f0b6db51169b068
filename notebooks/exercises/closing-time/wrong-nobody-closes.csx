var shelf = Channel.CreateBounded<string>(5);

async Task Cook(string dish, double seconds)
{
    for (var plate = 1; plate <= 3; plate++)
    {
        await Step(seconds, $"{dish} {plate}");
        var put = shelf.Writer.WriteAsync($"{dish} {plate}").AsTask();
        await Waiting("room", put);
    }
}

async Task Waiter()
{
    await foreach (var plate in shelf.Reader.ReadAllAsync())
    {
        await Step(0.2, plate);
        Note("served");
    }
}

async Task Close(Task cooks, Task waiters)
{
    await cooks;
    await waiters;
}

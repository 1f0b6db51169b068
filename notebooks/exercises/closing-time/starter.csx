var shelf = Channel.CreateBounded<string>(5);

async Task Cook(string dish, double seconds)
{
    for (var plate = 1; plate <= 3; plate++)
    {
        await Step(seconds, $"{dish} {plate}");
        await Waiting("room", shelf.Writer.WriteAsync($"{dish} {plate}").AsTask());
    }
}

async Task Waiter()
{
    try
    {
        while (true)
        {
            using var idle = new CancellationTokenSource(TimeSpan.FromSeconds(2), Clock);
            var plate = await Waiting("item", shelf.Reader.ReadAsync(idle.Token).AsTask());
            await Step(0.2, plate);
            Note("served");
        }
    }
    catch (OperationCanceledException)
    {
        // nothing to do for 2 s
    }
}

async Task Close(Task cooks, Task waiters)
{
    await cooks;
    await waiters;
}

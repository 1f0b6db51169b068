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
    var patience = TimeSpan.FromSeconds(10);
    try
    {
        while (true)
        {
            using var idle = new CancellationTokenSource(patience, Clock);
            var read = shelf.Reader.ReadAsync(idle.Token).AsTask();
            var plate = await Waiting("item", read);
            await Step(0.2, plate);
            Note("served");
        }
    }
    catch (OperationCanceledException)
    {
        // nothing to do for 10 s
    }
}

async Task Close(Task cooks, Task waiters)
{
    await cooks;
    await waiters;
}

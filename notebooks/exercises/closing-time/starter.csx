var shelf = Channel.CreateBounded<string>(5);
var patience = TimeSpan.FromSeconds(2);

async Task Waiter()
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

async Task Close(Task cooks, Task waiters)
{
    await cooks;
    await waiters;
}

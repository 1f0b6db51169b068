var shelf = Channel.CreateBounded<string>(5);

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
    shelf.Writer.Complete();
    await waiters;
}

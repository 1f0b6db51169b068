Task Prices(CancellationToken stop) => Work(3, cancellationToken: stop);
Task News(CancellationToken stop) =>
    Work(1, error: new HttpRequestException("503"), cancellationToken: stop);

async Task Weather(CancellationToken stop)
{
    try
    {
        await Work(2, cancellationToken: stop);
    }
    finally
    {
        await Step(0.5, "clean-up");
    }
}

async Task LoadPage() => await TaskGroup.RunAsync(group =>
{
    _ = group.Start("prices", Prices);
    _ = group.Start("news", News);
    _ = group.Start("weather", Weather);
    return Task.CompletedTask;
});

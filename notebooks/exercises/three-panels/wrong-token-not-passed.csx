Task Prices(CancellationToken token) => Work(3, cancellationToken: token);

Task News(CancellationToken token) =>
    Work(1, error: new HttpRequestException("503"), cancellationToken: token);

async Task Weather(CancellationToken token)
{
    try
    {
        await Work(2, cancellationToken: token);
    }
    finally
    {
        await Step(0.5, "clean-up");
    }
}

async Task LoadPage() => await TaskGroup.RunAsync(group =>
{
    _ = group.Start("prices", _ => Prices(CancellationToken.None));
    _ = group.Start("news", _ => News(CancellationToken.None));
    _ = group.Start("weather", _ => Weather(CancellationToken.None));
    return Task.CompletedTask;
});

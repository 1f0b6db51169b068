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

async Task LoadPage() => await Task.WhenAll(
    Lane("prices", () => Prices(CancellationToken.None)),
    Lane("news", () => News(CancellationToken.None)),
    Lane("weather", () => Weather(CancellationToken.None)));

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

async Task LoadPage() => await Task.WhenAll(
    Lane("prices", () => Prices(CancellationToken.None)),
    Lane("news", () => News(CancellationToken.None)),
    Lane("weather", () => Weather(CancellationToken.None)));

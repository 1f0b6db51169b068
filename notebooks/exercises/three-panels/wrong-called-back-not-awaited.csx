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

async Task LoadPage()
{
    using var stop = new CancellationTokenSource();
    Task[] panels =
    [
        Lane("prices", () => Prices(stop.Token)),
        Lane("news", () => News(stop.Token)),
        Lane("weather", () => Weather(stop.Token)),
    ];
    try
    {
        await foreach (var ended in Task.WhenEach(panels))
        {
            await ended;
        }
    }
    finally
    {
        await stop.CancelAsync();
    }
}

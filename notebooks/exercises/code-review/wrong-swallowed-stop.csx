var priceServer = new ModelServer(limit: 10, seconds: 0.1);

async Task Refresh(CancellationToken token)
{
    await Step(0.2, "read list", token);
    var ten = new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = token };
    await Parallel.ForEachAsync(Enumerable.Range(1, 30), ten, async (n, stop) =>
        await Lane($"product-{n:00}", () => AskPrice(stop)));
    await Lane("audit", () => Work(0.2, "write", cancellationToken: token));
}

async Task AskPrice(CancellationToken token)
{
    try
    {
        await priceServer.Call(token);
    }
    catch (Exception)
    {
        await Work(0.3, "old price");
    }
}

var priceServer = new ModelServer(limit: 10, seconds: 0.1);

async Task Refresh(CancellationToken token)
{
    Block(0.2, "read list");
    await Task.WhenAll(Enumerable.Range(1, 30)
        .Select(n => Lane($"product-{n:00}", () => AskPrice(token))));
    _ = Lane("audit", () => Work(0.2, "write", cancellationToken: token));
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

async Task Export(int pages, CancellationToken token)
{
    Note("opened");
    try
    {
        for (var page = 1; page <= pages; page++)
        {
            await Step(1, $"page {page}", token);
        }
    }
    catch (OperationCanceledException)
    {
        Note("stopped");
    }

    Note("closed");
}

async Task Export(int pages, CancellationToken token)
{
    Note("opened");
    try
    {
        for (var page = 1; page <= pages; page++)
        {
            token.ThrowIfCancellationRequested();
            await Step(1, $"page {page}");
        }
    }
    finally
    {
        Note("closed");
    }
}

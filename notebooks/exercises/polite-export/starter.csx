async Task Export(int pages, CancellationToken token)
{
    Note("opened");
    for (var page = 1; page <= pages; page++)
    {
        await Step(1, $"page {page}");
    }

    Note("closed");
}

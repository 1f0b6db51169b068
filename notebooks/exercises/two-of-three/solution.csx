async Task<string[]> TwoOfThree(
    params Func<CancellationToken, Task<string>>[] replicas)
{
    using var stop = new CancellationTokenSource();
    Task<string>[] reads = [.. replicas.Select(read => read(stop.Token))];

    List<string> good = [];
    await foreach (var ended in Task.WhenEach(reads))
    {
        if (ended.IsCompletedSuccessfully)
        {
            good.Add(await ended);
        }

        if (good.Count == 2)
        {
            break;
        }
    }

    await stop.CancelAsync();
    await Gather.SettledAsync(reads);
    return good.Count == 2 ? [.. good] : throw new IOException("too few replicas");
}

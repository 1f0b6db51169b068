async Task<string[]> TwoOfThree(
    params Func<CancellationToken, Task<string>>[] replicas)
{
    using var stop = new CancellationTokenSource();
    Task<string>[] reads = [.. replicas.Select(read => read(stop.Token))];

    List<Task<string>> ended = [];
    await foreach (var read in Task.WhenEach(reads))
    {
        ended.Add(read);
        if (ended.Count == 2)
        {
            break;
        }
    }

    await stop.CancelAsync();
    await Gather.SettledAsync(reads);
    return await Task.WhenAll(ended);
}

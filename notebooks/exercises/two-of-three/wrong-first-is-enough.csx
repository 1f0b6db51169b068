async Task<string[]> TwoOfThree(
    params Func<CancellationToken, Task<string>>[] replicas)
{
    using var stop = new CancellationTokenSource();
    Task<string>[] reads = [.. replicas.Select(read => read(stop.Token))];

    var first = await Task.WhenAny(reads);
    await stop.CancelAsync();
    await Gather.SettledAsync(reads);
    return [await first];
}

async Task<string[]> TwoOfThree(
    params Func<CancellationToken, Task<string>>[] replicas)
{
    var reads = replicas.Select(read => read(CancellationToken.None));
    var ended = await Gather.SettledAsync(reads);
    return
    [
        .. ended.Where(read => read.IsCompletedSuccessfully)
            .Select(read => read.Result)
            .Take(2),
    ];
}

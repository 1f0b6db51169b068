async Task<string[]> TwoOfThree(
    params Func<CancellationToken, Task<string>>[] replicas)
{
    var reads = replicas.Select(read => read(CancellationToken.None));
    return await Task.WhenAll(reads);
}

async Task<string> Within(
    double limit, Func<CancellationToken, Task<string>> ask)
{
    try
    {
        var answer = ask(CancellationToken.None);
        return await answer.WaitAsync(TimeSpan.FromSeconds(limit), Clock);
    }
    catch (TimeoutException)
    {
        return "too late";
    }
}

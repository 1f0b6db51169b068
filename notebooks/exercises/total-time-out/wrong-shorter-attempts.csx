async Task<string> AskInTime(Func<CancellationToken, Task<string>> call)
{
    var plan = new RetryPlan { Deadline = TimeSpan.FromSeconds(0.3) };
    return await Retry.RunAsync(plan, (_, token) => call(token));
}

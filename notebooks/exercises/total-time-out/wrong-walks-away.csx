async Task<string> AskInTime(Func<CancellationToken, Task<string>> call)
{
    var plan = new RetryPlan { Deadline = TimeSpan.FromSeconds(0.5) };
    return await Retry.RunAsync(plan, (_, token) => call(token))
        .WaitAsync(TimeSpan.FromSeconds(1.2), Clock);
}

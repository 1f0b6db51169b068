async Task<string> AskInTime(Func<CancellationToken, Task<string>> call)
{
    var plan = new RetryPlan { Deadline = TimeSpan.FromSeconds(0.5) };
    using var total = new CancellationTokenSource(
        TimeSpan.FromSeconds(1.2), Clock);
    return await Retry.RunAsync(
        plan, (_, _) => call(total.Token), total.Token);
}

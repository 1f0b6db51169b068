Task Alarm(double seconds, CancellationToken stop = default) =>
    Lane("alarm", () => Work(seconds, cancellationToken: stop));

async Task<string> Within(
    double limit, Func<CancellationToken, Task<string>> ask)
{
    using var stop = new CancellationTokenSource();
    var answer = ask(stop.Token);
    var first = await Task.WhenAny(answer, Alarm(limit));
    await stop.CancelAsync();
    await Gather.SettledAsync(answer);
    return first == answer ? await answer : "too late";
}
